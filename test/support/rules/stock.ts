import { stockAdjusted } from "#catalogue/events/stock-adjusted";
import type { Stored } from "./stored.ts";

/** Stock is never below zero, and neither lost nor created: every piece is on the shelf, ordered or sent (rule 4). */
export function brokenStock(stored: Stored): string[] {
  const live = stored.orders.filter(({ status }) => status === "awaiting-payment" || status === "confirmed");
  const goods = live
    .flatMap(({ lines }) => lines.filter((line) => line.kind === "goods" && !line.cancelledAt))
    .filter((line) => line.kind === "goods");
  const [handedOut = [], kept = []] = [true, undefined].map((is) =>
    stored.places.filter((place) => place.handedOut === is),
  );
  const withPlaces = kept.filter(({ status }) => status !== "cancelled").flatMap((place) => place.goods);
  return stored.stocks.flatMap(({ productId, onHand, available }) => {
    const ordered = goods.filter((line) => line.productId === productId);
    const shipped =
      ordered.reduce((sum, line) => sum + line.shipped, 0) +
      handedOut.flatMap((place) => place.goods).filter((each) => each.productId === productId).length;
    const waiting =
      ordered.reduce((sum, line) => sum + line.quantity - line.shipped, 0) +
      withPlaces.filter((each) => each.productId === productId).length;
    const received = stored.facts
      .filter(({ type }) => type === stockAdjusted.type)
      .map(({ data }) => stockAdjusted.data.parse(data))
      .filter((adjustment) => adjustment.productId === productId)
      .reduce((sum, { change }) => sum + change, 0);
    return [
      ...(available < 0 || onHand < 0 ? [`${productId} is below zero: ${onHand} on hand, ${available} available`] : []),
      ...(onHand - available === waiting
        ? []
        : [`${productId} has ${onHand - available} reserved, and orders for ${waiting}`]),
      ...(onHand + shipped === received
        ? []
        : [`${productId}: ${received} came to the shelf, ${shipped} were sent, and ${onHand} lie there`]),
    ];
  });
}
