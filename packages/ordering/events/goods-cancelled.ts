import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";

/** Goods of an order that were not sent are cancelled, and back in stock. `owedBackOre` has their freight when all are. */
export const goodsCancelled = defineEvent(
  "ordering.goods-cancelled.v1",
  z.object({
    orderNumber: OrderNumber,
    /** Numbers of the order's lines. */
    lines: z.array(z.int().min(1)).min(1),
    payment: z.enum(["card", "invoice", "free"]),
    owedBackOre: z.int().min(0),
    /** Nothing is left of the order. */
    orderCancelled: z.boolean(),
  }),
  [{ orderNumber: "K7M4-9QXY", lines: [1], payment: "card", owedBackOre: 27900, orderCancelled: false }],
);
