import type { StockParts } from "#catalogue/ports/stock";
import { refusal } from "#kernel/domain-error";
import { part } from "#kernel/transaction-part";
import { stockKey } from "./keys.ts";

/** Stock never goes below zero (rule 4): each reservation is a take under a condition, each release its mirror image. */
export function stockParts(): StockParts {
  return {
    reserve: (productId, quantity, terms) =>
      part([
        {
          kind: "change",
          key: stockKey(productId),
          take: [
            {
              attribute: "available",
              amount: quantity,
              otherwise: (stock) =>
                refusal("out-of-stock", { productId, available: Number(stock?.["available"] ?? 0) }),
            },
          ],
          guards: terms ? [{ is: "equal", attribute: "terms", value: terms, otherwise: "reload" }] : [],
        },
      ]),
    release: (productId, quantity) =>
      part([{ kind: "change", key: stockKey(productId), add: { available: quantity }, guards: [] }]),
    take: (productId, quantity) =>
      part([
        {
          kind: "change",
          key: stockKey(productId),
          take: [
            {
              attribute: "onHand",
              amount: quantity,
              otherwise: (stock) => refusal("out-of-stock", { productId, available: Number(stock?.["onHand"] ?? 0) }),
            },
          ],
          guards: [],
        },
      ]),
  };
}
