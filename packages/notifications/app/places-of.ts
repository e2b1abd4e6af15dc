import { isActive, type Order } from "#ordering/ports/orders";
import type { PlaceRef } from "#registration/ports/places";

/** The places an order has, without those that were cancelled. */
export function placesOf(order: Order): PlaceRef[] {
  return order.lines.flatMap((line) =>
    line.kind === "place" && isActive(line) ? [{ offeringId: line.offeringId, placeId: line.placeId }] : [],
  );
}
