import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";

/**
 * Money that no order needs: paid twice, too late for an order that can't be met any more, or another amount than owed
 * for an order that has ended since.
 */
export const refundOwed = defineEvent(
  "payment.refund-owed.v1",
  z.object({
    orderNumber: OrderNumber,
    paymentIntentId: z.string(),
    amountOre: z.int(),
    why: z.enum(["paid-twice", "order-ended", "wrong-amount"]),
  }),
  [{ orderNumber: "K7M4-9QXY", paymentIntentId: "pi_3QxYz", amountOre: 95000, why: "paid-twice" }],
);
