import * as z from "zod";
import { type Instant, Instant as InstantSchema, plusSeconds } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import { OrderNumber } from "#kernel/ids";
import { Money } from "#kernel/money";

/** Stripe's least is 30 minutes after creation; one more for the way there. Always less than the order's hold. */
export const SESSION_SECONDS = 31 * 60;

const Capture = z.object({ paymentIntentId: z.string(), amount: Money, capturedAt: InstantSchema });

/**
 * How an order is paid by card. There is one Checkout Session at a time, the attempt's; a second open one is impossible.
 * `opening`: may be created; `open`: awaits the buyer; `processing`: the buyer has paid, the bank has not answered;
 * `paid`; `closed`: no money will come of this attempt.
 */
export const Payment = z.object({
  orderNumber: OrderNumber,
  state: z.enum(["opening", "open", "processing", "paid", "closed"]),
  attempt: z.int().min(1),
  sessionExpiresAt: InstantSchema,
  session: z.object({ sessionId: z.string(), url: z.string() }).optional(),
  captures: z.array(Capture),
  version: z.int().min(1),
});
export type Payment = z.infer<typeof Payment>;

export function newPayment(orderNumber: OrderNumber, now: Instant): Payment {
  return {
    orderNumber,
    state: "opening",
    attempt: 1,
    sessionExpiresAt: plusSeconds(now, SESSION_SECONDS),
    captures: [],
    version: 1,
  };
}

/** The attempt has its session; the buyer can be sent there. */
export function sessionOpened(payment: Payment, session: NonNullable<Payment["session"]>): Payment {
  invariant(payment.state === "opening", "only an attempt without a session gets one");
  return { ...payment, state: "open", session, version: payment.version + 1 };
}

/** Stripe's key for creating the attempt's session: repeating it gives the same session, never a second one. */
export function sessionIdempotencyKey(payment: Payment): string {
  return `${payment.orderNumber}:${payment.attempt}`;
}
