import { Locale } from "#kernel/locale";

/** The reader's language: what the address asks for, else the browser's first that we have, else bokmål. */
export function localeOf(asked: string | undefined, acceptLanguage: string | undefined): Locale {
  const wanted = [asked ?? "", ...(acceptLanguage ?? "").split(",")].map((tag) => tag.trim().slice(0, 2).toLowerCase());
  for (const tag of wanted) {
    const locale = Locale.safeParse(tag === "no" ? "nb" : tag);
    if (locale.success) return locale.data;
  }
  return "nb";
}
