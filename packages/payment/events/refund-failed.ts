import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";

/** A refund did not reach its card: the money is ours again, still owed, and a person has to find another way. */
export const refundFailed = defineEvent(
  "payment.refund-failed.v1",
  z.object({ orderNumber: OrderNumber, refundId: z.string(), paymentIntentId: z.string(), amountOre: z.int() }),
  [{ orderNumber: "K7M4-9QXY", refundId: "re_3QxYz", paymentIntentId: "pi_3QxYz", amountOre: 95000 }],
);
