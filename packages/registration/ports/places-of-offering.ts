import type { OfferingId } from "#kernel/ids";
import type { Place } from "../domain/place.ts";

/** A walk over all places of an offering, whatever their status, a page at a time. */
export interface PlacesOfOffering {
  /** The first page without a cursor; an answer without one is the last. */
  page(
    offeringId: OfferingId,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly Place[]; readonly cursor?: string }>;
}
