import type { Stored } from "./stored.ts";

/**
 * Every line of an order for a place has its place, which stands as the order does: a paid order is never lost (rule 3). A
 * place without a line is in a course that its order pays for as a whole.
 */
export function brokenPlaces({ orders, places }: Stored): string[] {
  const standing = { "awaiting-payment": "held", confirmed: "confirmed", expired: "cancelled", cancelled: "cancelled" };
  const placeOf = new Map(places.map((place) => [place.placeId, place]));
  const lines = orders.flatMap(({ orderNumber, status, lines }) =>
    lines.flatMap((line) => (line.kind === "place" ? [{ ...line, orderNumber, status }] : [])),
  );
  const known = new Set(lines.map(({ placeId }) => placeId));
  return [
    ...lines.flatMap(({ orderNumber, status, placeId, cancelledAt }) => {
      const expected = cancelledAt ? "cancelled" : standing[status];
      const found = placeOf.get(placeId)?.status ?? "gone";
      return found === expected ? [] : [`${orderNumber} is ${status}, and its place ${placeId} ${found}`];
    }),
    ...places
      .filter(({ placeId }) => !known.has(placeId))
      .flatMap((place) => {
        const order = orders.find(({ orderNumber }) => orderNumber === place.orderNumber);
        const course = order?.lines.find((line) => line.kind === "service" && line.offeringId === place.offeringId);
        if (!course) return [`${place.placeId} is in no order`];
        const expected = course.cancelledAt ? "cancelled" : "confirmed";
        return place.status === expected || place.status === "cancelled"
          ? []
          : [`${place.placeId} is ${place.status}, and its course ${expected}`];
      }),
  ];
}
