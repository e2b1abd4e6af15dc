import type { OfferingId } from "#kernel/ids";
import { isActive, type Order } from "#ordering/ports/orders";
import type { PlaceRef } from "#registration/ports/places";

/** All places an order has or had. */
export function placesOf(order: Order): PlaceRef[] {
  return order.lines.flatMap((line) => (line.kind === "place" ? [refOf(line)] : []));
}

/** The places an order has, without those that were cancelled. */
export function standingPlacesOf(order: Order): PlaceRef[] {
  return order.lines.flatMap((line) => (line.kind === "place" && isActive(line) ? [refOf(line)] : []));
}

/** The offerings of the places that an order has. */
export function offeringsOf(order: Order): OfferingId[] {
  return [...new Set(standingPlacesOf(order).map(({ offeringId }) => offeringId))];
}

function refOf({ offeringId, placeId }: PlaceRef): PlaceRef {
  return { offeringId, placeId };
}
