import type { Locale } from "#kernel/locale";

/** Where it is held: a place, or a link. */
export type Venue =
  | { readonly kind: "place"; readonly name: string; readonly address: string }
  | { readonly kind: "digital"; readonly link: string };

const ONLINE: Readonly<Record<Locale, string>> = { nb: "På nett", nn: "På nett", en: "Online" };

/** The venue on one line; the link itself only to those who have a place. */
export function venueText(venue: Venue, locale: Locale): string {
  return venue.kind === "place" ? `${venue.name}, ${venue.address}` : `${ONLINE[locale]}: ${venue.link}`;
}
