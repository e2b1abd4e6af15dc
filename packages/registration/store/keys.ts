import type { OfferingId } from "#kernel/ids";
import type { PlaceRef } from "#registration/ports/places";

export const capacityKey = (offeringId: OfferingId) => ({ pk: `OFFERING#${offeringId}`, sk: "CAPACITY" });
export const placeKey = (place: PlaceRef) => ({
  pk: `OFFERING#${place.offeringId}`,
  sk: `PLACE#${place.placeId}`,
});
