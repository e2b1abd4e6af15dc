import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";

/** Money for an order is ours, captured once; wanted or not. */
export const paymentCaptured = defineEvent(
  "payment.payment-captured.v1",
  z.object({ orderNumber: OrderNumber, paymentIntentId: z.string(), amountOre: z.int() }),
  [{ orderNumber: "K7M4-9QXY", paymentIntentId: "pi_3QxYz", amountOre: 95000 }],
);
