import type { OfferingId } from "#kernel/ids";
import { isActive, type Order, paysForAllOf } from "#ordering/ports/orders";
import type { PlaceRef } from "#registration/ports/places";

/** All places an order has or had; and `these`, if they are in a course that the order pays for as a whole. */
export function placesOf(order: Order, ...these: readonly PlaceRef[]): PlaceRef[] {
  return [
    ...order.lines.flatMap((line) => (line.kind === "place" ? [refOf(line)] : [])),
    ...withoutLines(order, these),
  ];
}

/** As `placesOf`, without those that were cancelled. */
export function standingPlacesOf(order: Order, ...these: readonly PlaceRef[]): PlaceRef[] {
  return [
    ...order.lines.flatMap((line) => (line.kind === "place" && isActive(line) ? [refOf(line)] : [])),
    ...withoutLines({ lines: order.lines.filter(isActive) }, these),
  ];
}

function withoutLines(order: Pick<Order, "lines">, these: readonly PlaceRef[]): PlaceRef[] {
  return these.filter(({ offeringId }) => paysForAllOf(order, offeringId)).map(refOf);
}

/** The offerings of the places that an order has. */
export function offeringsOf(order: Order): OfferingId[] {
  return [...new Set(standingPlacesOf(order).map(({ offeringId }) => offeringId))];
}

function refOf({ offeringId, placeId }: PlaceRef): PlaceRef {
  return { offeringId, placeId };
}
