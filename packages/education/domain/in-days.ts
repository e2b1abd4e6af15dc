import type { Locale } from "#kernel/locale";

/** `7,5` from 15 halves. */
export function inDays(halves: number, locale: Locale): string {
  const mark = locale === "en" ? "." : ",";
  return `${Math.floor(halves / 2)}${halves % 2 === 1 ? `${mark}5` : ""}`;
}
