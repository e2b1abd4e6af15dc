import type { Locale } from "#kernel/locale";
import type { Session } from "#kernel/norwegian-time";

/** Where it is held: a place, or a link that only those with a place get. */
export type Venue =
  | { readonly kind: "place"; readonly name: string; readonly address: string }
  | { readonly kind: "digital"; readonly link?: string | undefined };

/** A session; with a venue of its own, when it is held elsewhere than the others. */
export interface SessionAt extends Session {
  readonly venue?: Venue | undefined;
}

const ONLINE: Readonly<Record<Locale, string>> = { nb: "På nett", nn: "På nett", en: "Online" };

/** The venue on one line. */
export function venueText(venue: Venue, locale: Locale): string {
  return venue.kind === "place"
    ? `${venue.name}, ${venue.address}`
    : [ONLINE[locale], venue.link].filter(Boolean).join(": ");
}

/** The venue as those may know it who have no place yet. */
export function withoutLink(venue: Venue): Venue {
  return venue.kind === "place" ? venue : { kind: "digital" };
}
