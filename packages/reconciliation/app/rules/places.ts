import type { CountedOrder } from "#ordering/ports/recount";
import { restore } from "../mending.ts";
import type { Check } from "../recount.ts";

const STANDING = {
  "awaiting-payment": "held",
  confirmed: "confirmed",
  expired: "cancelled",
  cancelled: "cancelled",
} as const satisfies Record<CountedOrder["status"], string>;

/**
 * Every line of an order for a place has its place, which stands as the order does: a paid order is never lost (rule 3). A
 * place without a line is in a course that its order pays for as a whole.
 */
export const placesCheck: Check = {
  rule: "places",
  find(recount) {
    const orders = new Map(recount.of("order").map((order) => [order.orderNumber, order]));
    const places = new Map(recount.of("place").map((place) => [place.placeId, place]));
    const lines = [...orders.values()].flatMap((order) => order.places.map((line) => ({ ...line, order })));
    const known = new Set(lines.map(({ placeId }) => placeId));
    const mend =
      "By POST /orders/{orderNumber}/cancellations, if it is to go; else look the order up in the events (OUTBOX#) and put back the row as it was.";
    return [
      ...lines.flatMap(({ order, placeId, cancelledAt }) => {
        const place = places.get(placeId);
        const expected = cancelledAt ? "cancelled" : STANDING[order.status];
        const found = place?.status ?? "gone";
        if (found === expected) return [];
        const says = `${order.orderNumber} is ${order.status}, and its place ${placeId} ${found} instead of ${expected}`;
        return [{ says, mend, rows: place ? [order, place] : [order] }];
      }),
      ...[...places.values()]
        .filter(({ placeId }) => !known.has(placeId))
        .flatMap((place) => {
          const order = orders.get(place.orderNumber);
          const course = order?.courses.find(({ offeringId }) => offeringId === place.offeringId);
          if (!order || !course) {
            const rows = order ? [place, order] : [place];
            return [{ says: `${place.placeId} is in no order`, mend: restore("the place"), rows }];
          }
          const expected = course.cancelledAt ? "cancelled" : "confirmed";
          if (place.status === expected || place.status === "cancelled") return [];
          const says = `${place.placeId} is ${place.status}, and its course ${expected}`;
          return [{ says, mend: restore("the place"), rows: [place, order] }];
        }),
    ];
  },
};
