import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";

/** The buyer's bank takes a payment back, or has ended trying to: a person answers it in Stripe's dashboard in time. */
export const paymentDisputed = defineEvent(
  "payment.payment-disputed.v1",
  z.object({ orderNumber: OrderNumber, disputeId: z.string(), status: z.enum(["open", "won", "lost"]) }),
  [{ orderNumber: "K7M4-9QXY", disputeId: "du_3QxYz", status: "open" }],
);
