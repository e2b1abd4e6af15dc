import type { OfferingId } from "#kernel/ids";
import type { Place } from "#registration/ports/places";

/** Whether the place's participant gets mail of their own: their address is known, and isn't the buyer's. */
export function hasOwnAddress({ participant }: Place, buyersEmail: string): boolean {
  return participant?.email !== undefined && participant.email !== buyersEmail;
}

/**
 * The places that go into the buyer's calendar, one an offering: their own, else the first. Nobody wants the same day
 * three times in a calendar.
 */
export function buyersPlaces(places: readonly Place[], buyersEmail: string): Place[] {
  const byOffering = new Map<OfferingId, Place>();
  for (const place of places) {
    const own = place.participant?.email === buyersEmail;
    if (own || !byOffering.has(place.offeringId)) byOffering.set(place.offeringId, place);
  }
  return [...byOffering.values()];
}
