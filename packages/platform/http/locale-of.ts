import { Locale } from "#kernel/locale";

/** The language an address names by `?lang=`, if it is one that we have. */
export function askedLocale(lang: string | undefined): Locale | undefined {
  const asked = Locale.safeParse(lang);
  return asked.success ? asked.data : undefined;
}

/** The reader's language: what the address asks for, else the browser's first that we have, else bokmål. */
export function localeOf(asked: string | undefined, acceptLanguage: string | undefined): Locale {
  const wanted = [asked ?? "", ...(acceptLanguage ?? "").split(",")].map((tag) => tag.trim().slice(0, 2).toLowerCase());
  for (const tag of wanted) {
    const locale = Locale.safeParse(tag === "no" ? "nb" : tag);
    if (locale.success) return locale.data;
  }
  return "nb";
}
