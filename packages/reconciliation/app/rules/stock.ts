import { stockAdjusted } from "#catalogue/events/stock-adjusted";
import { setCounter } from "../mending.ts";
import type { Check, Finding } from "../recount.ts";

/** Stock is never below zero, and neither lost nor created: every piece is on the shelf, ordered or sent (rule 4). */
export const stockCheck: Check = {
  rule: "stock",
  find(recount) {
    const orders = recount
      .of("order")
      .filter(({ status, goods }) => goods.length > 0 && (status === "awaiting-payment" || status === "confirmed"));
    const ordered = Map.groupBy(
      orders.flatMap((row) => row.goods.map((goods) => ({ ...goods, row }))),
      ({ productId }) => productId,
    );
    const included = Map.groupBy(
      recount.of("place").flatMap((row) => row.products.map((productId) => ({ productId, row }))),
      ({ productId }) => productId,
    );
    const adjusted = Map.groupBy(
      recount
        .of("fact")
        .filter(({ type }) => type === stockAdjusted.type)
        .map((row) => ({ ...stockAdjusted.data.parse(row.data), row })),
      ({ productId }) => productId,
    );
    return recount.of("stock").flatMap((stock): Finding[] => {
      const { productId, onHand, available } = stock;
      const [goods, books, changes] = [
        ordered.get(productId) ?? [],
        included.get(productId) ?? [],
        adjusted.get(productId) ?? [],
      ];
      const handedOut = books.filter(({ row }) => row.handedOut).length;
      const withPlaces = books.filter(({ row }) => !row.handedOut && row.status !== "cancelled").length;
      const sent = goods.reduce((sum, { shipped }) => sum + shipped, handedOut);
      const waiting = goods.reduce((sum, { quantity, shipped }) => sum + quantity - shipped, withPlaces);
      const received = changes.reduce((sum, { change }) => sum + change, 0);
      const finding = (says: string, mend: string): Finding => ({
        says,
        mend,
        rows: [stock],
        from: [stock, ...[...goods, ...books, ...changes].map(({ row }) => row)],
      });
      const counted =
        'Count the shelf, and tell the difference by POST /products/{productId}/stock-adjustments with reason "counted".';
      return [
        ...(onHand < 0 || available < 0
          ? [finding(`${productId} is below zero: ${onHand} on hand, ${available} available`, counted)]
          : []),
        ...(onHand - available === waiting
          ? []
          : [
              finding(
                `${productId} has ${onHand - available} reserved, and orders for ${waiting}`,
                setCounter(stock, "available", available, onHand - waiting),
              ),
            ]),
        ...(onHand + sent === received
          ? []
          : [
              finding(
                `${productId}: ${received} came to the shelf, ${sent} were sent, and ${onHand} lie there`,
                counted,
              ),
            ]),
      ];
    });
  },
};
