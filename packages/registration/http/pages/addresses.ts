import type { Locale } from "#kernel/locale";
import type { Naming } from "../../app/get-naming.ts";
import type { Entry } from "../../domain/waiting-list.ts";

type OrderKey = Pick<Naming["order"], "orderNumber" | "key">;

// Addresses of pages, from the root: each carries the key that opens it, and the language.

export function entryAddress(entry: Pick<Entry, "offeringId" | "entryId" | "key">, path: string, lang: Locale): string {
  return `/offerings/${entry.offeringId}/waiting-list/${entry.entryId}/page${path}?key=${entry.key}&lang=${lang}`;
}

/** The page of the order that a place belongs to. */
export function orderPageAddress({ orderNumber, key }: OrderKey, lang: Locale): string {
  return `/orders/${orderNumber}/page?key=${key}&lang=${lang}`;
}

/** Where a place's participant is named. */
export function namingAddress(
  { orderNumber, key }: OrderKey,
  place: Pick<Naming["place"], "placeId">,
  lang: Locale,
): string {
  return `/orders/${orderNumber}/page/places/${place.placeId}/participant?key=${key}&lang=${lang}`;
}
