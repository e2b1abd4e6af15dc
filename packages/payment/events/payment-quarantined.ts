import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";

/** Another amount or currency came than the order owes: nothing is confirmed, and a person has to look. */
export const paymentQuarantined = defineEvent(
  "payment.payment-quarantined.v1",
  z.object({
    orderNumber: OrderNumber,
    paymentIntentId: z.string(),
    amountOre: z.int(),
    currency: z.string(),
    owedOre: z.int(),
  }),
  [{ orderNumber: "K7M4-9QXY", paymentIntentId: "pi_3QxYz", amountOre: 100, currency: "nok", owedOre: 95000 }],
);
