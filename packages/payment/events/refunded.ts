import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";

/** Money is on its way back to the card, by us or by hand from Stripe's dashboard: a credit note and a mail are owed. */
export const refunded = defineEvent(
  "payment.refunded.v1",
  z.object({ orderNumber: OrderNumber, refundId: z.string(), paymentIntentId: z.string(), amountOre: z.int() }),
  [{ orderNumber: "K7M4-9QXY", refundId: "re_3QxYz", paymentIntentId: "pi_3QxYz", amountOre: 95000 }],
);
