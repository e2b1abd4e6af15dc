import * as z from "zod";

/** Bokmål, nynorsk, English: what a buyer may choose. */
export const Locale = z.enum(["nb", "nn", "en"]);
export type Locale = z.infer<typeof Locale>;

/** A text in every locale. */
export type Localised = Readonly<Record<Locale, string>>;

/** A text typed in by staff: bokmål always, the others when somebody wrote them. */
export const StaffText = z.strictObject({
  nb: z.string().trim().min(1).max(4000),
  nn: z.string().trim().min(1).max(4000).optional(),
  en: z.string().trim().min(1).max(4000).optional(),
});
export type StaffText = z.infer<typeof StaffText>;

export function inLocale(text: StaffText, locale: Locale): string {
  return text[locale] ?? text.nb;
}
