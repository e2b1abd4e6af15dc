import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { ProductId } from "#kernel/ids";

/** The shelf has more or fewer of a product, for another reason than an order: so many pieces, and why. */
export const stockAdjusted = defineEvent(
  "catalogue.stock-adjusted.v1",
  z.object({
    productId: ProductId,
    change: z.int(),
    reason: z.enum(["received", "counted", "damaged", "lost", "given-away"]),
  }),
  [
    { productId: "prd_4z8m1kq7w2n9p3r5t6v0xa", change: 500, reason: "received" },
    { productId: "prd_4z8m1kq7w2n9p3r5t6v0xa", change: -2, reason: "damaged" },
  ],
);
