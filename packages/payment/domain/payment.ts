import * as z from "zod";
import { type Instant, Instant as InstantSchema, plusSeconds } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import { OrderNumber } from "#kernel/ids";
import { Money } from "#kernel/money";

/** Stripe's least is 30 minutes after creation; one more for the way there. Always less than the order's hold. */
const SESSION_SECONDS = 31 * 60;
/** Below this much time left, Stripe may refuse to create the attempt's session. */
const LEAST_SESSION_SECONDS = 30 * 60 + 15;
/** An order is held a little longer than its session lives, so that no payment comes too late. */
const HOLD_AFTER_SESSION_SECONDS = 5 * 60;

/** Money that came. `quarantined`: another amount or currency than owed, for a person to look at. */
const Capture = z.object({
  paymentIntentId: z.string(),
  amount: Money,
  currency: z.string(),
  capturedAt: InstantSchema,
  quarantined: z.boolean(),
});
export type Capture = z.infer<typeof Capture>;

/** Money that goes back, by us or from Stripe's dashboard. `owedBy`: the fact that it was made for. */
export const Refund = z.object({
  refundId: z.string(),
  paymentIntentId: z.string(),
  amount: Money,
  madeAt: InstantSchema,
  status: z.enum(["pending", "succeeded", "failed"]),
  /** When we learnt that it failed, and the money was ours again. */
  failedAt: InstantSchema.optional(),
  owedBy: z.string().optional(),
});
export type Refund = z.infer<typeof Refund>;

/** The buyer's bank takes a payment back, or tries to. */
export const Dispute = z.object({
  disputeId: z.string(),
  paymentIntentId: z.string(),
  status: z.enum(["open", "won", "lost"]),
  /** When we learnt how it ended: lost, the money is gone; won, what Stripe held back comes again. */
  endedAt: InstantSchema.optional(),
});
export type Dispute = z.infer<typeof Dispute>;

/**
 * How an order is paid by card, and the books of its money. There is one Checkout Session at a time, the attempt's; a
 * second one that anybody could pay is impossible.
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
  refunds: z.array(Refund),
  disputes: z.array(Dispute),
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
    refunds: [],
    disputes: [],
    version: 1,
  };
}

/** The attempt has its session; the buyer can be sent there. */
export function sessionOpened(payment: Payment, session: NonNullable<Payment["session"]>): Payment {
  invariant(payment.state === "opening", "only an attempt without a session gets one");
  return { ...payment, state: "open", session, version: payment.version + 1 };
}

/** Whether so little is left of the attempt's time that Stripe would refuse its session: the buyer took a break. */
export function isStale(payment: Payment, now: Instant): boolean {
  return payment.state === "opening" && payment.sessionExpiresAt < plusSeconds(now, LEAST_SESSION_SECONDS);
}

/** Another attempt, with its time from now. The one before has no session that anybody can pay: its caller sees to that. */
export function nextAttempt({ session: _session, ...payment }: Payment, now: Instant): Payment {
  invariant(payment.state !== "paid" && payment.state !== "processing", "what is paid is not tried again");
  return {
    ...payment,
    state: "opening",
    attempt: payment.attempt + 1,
    sessionExpiresAt: plusSeconds(now, SESSION_SECONDS),
    version: payment.version + 1,
  };
}

/** How long an order must at least be held for this attempt. */
export function heldUntil(payment: Payment): Instant {
  return plusSeconds(payment.sessionExpiresAt, HOLD_AFTER_SESSION_SECONDS);
}

/** No money will come of this payment, unless it is there already. */
export function closed(payment: Payment): Payment {
  return { ...payment, state: "closed", version: payment.version + 1 };
}

/** Stripe's key for creating the attempt's session: repeating it gives the same session, never a second one. */
export function sessionIdempotencyKey(payment: Payment): string {
  return `${payment.orderNumber}:${payment.attempt}`;
}
