import type { Locale } from "#kernel/locale";
import type { Change } from "../../domain/publication.ts";

/** `7,3` from 73, or `7.3` in English. */
export function formatTenths(tenths: number, locale: Locale): string {
  const text = (Math.abs(tenths) / 10).toFixed(1);
  const signed = tenths < 0 ? `\u2212${text}` : text;
  return locale === "en" ? signed : signed.replace(".", ",");
}

/** `+12,5 %`, with the sign that says which way it went. */
export function formatChange({ percent }: Pick<Change, "percent">, locale: Locale): string {
  const sign = percent > 0 ? "+" : "";
  return `${sign}${formatTenths(percent, locale)}${locale === "en" ? "%" : "\u00a0%"}`;
}
