import type { Locale } from "#kernel/locale";
import type { Entry } from "../../domain/waiting-list.ts";

/** Addresses of an entry's pages, from the root: each carries the key that opens it, and the language. */
export function entryAddress(entry: Pick<Entry, "offeringId" | "entryId" | "key">, path: string, lang: Locale): string {
  return `/offerings/${entry.offeringId}/waiting-list/${entry.entryId}/page${path}?key=${entry.key}&lang=${lang}`;
}
