import type { Instant } from "#kernel/clock";
import type { Money } from "#kernel/money";
import type { Capture, Payment } from "./payment.ts";

/** A Checkout Session as Stripe tells of it. Amounts in øre. */
export interface CheckoutSession {
  readonly sessionId: string;
  readonly status: "open" | "complete" | "expired";
  readonly paymentStatus: "paid" | "unpaid" | "no_payment_required";
  /** The buyer was done, and then the bank said no: a complete session that nothing will come of. */
  readonly paymentFailed: boolean;
  readonly amount: Money;
  readonly currency: string;
  readonly paymentIntentId: string | undefined;
}

/** What the order owes, as far as settling needs it. */
export interface Owed {
  readonly total: Money;
  readonly status: "awaiting-payment" | "confirmed" | "expired" | "cancelled";
}

export type Outcome =
  /** Nothing to do: known already, or nothing has happened yet. */
  | { readonly kind: "nothing" }
  /** The buyer is done, the bank is not: `completed` while `unpaid` is not a payment. */
  | { readonly kind: "processing"; readonly payment: Payment }
  /** The order's money is there. */
  | { readonly kind: "paid"; readonly payment: Payment; readonly capture: Capture }
  /** The session ended unpaid; the order's hold runs on. */
  | { readonly kind: "closed"; readonly payment: Payment }
  /** The bank said no after the buyer was done: what the order holds is given back at once. */
  | { readonly kind: "failed"; readonly payment: Payment }
  /** Another amount or currency than owed: for a person to look at. */
  | { readonly kind: "quarantined"; readonly payment: Payment; readonly capture: Capture }
  /** Money that no order needs: a second payment, one for an order that is cancelled, a wrong one that is late. It goes back. */
  | { readonly kind: "refund-owed"; readonly payment: Payment; readonly capture: Capture };

/**
 * What a session's news means for the payment. Delivered once or many times, in any order, it comes to the same: a
 * PaymentIntent is captured at most once (rule 3), and a paid order is never lost.
 */
export function settleCheckout(payment: Payment, session: CheckoutSession, owed: Owed, now: Instant): Outcome {
  if (session.status === "complete" && session.paymentStatus === "paid" && session.paymentIntentId) {
    return settlePaid(payment, { ...session, paymentIntentId: session.paymentIntentId }, owed, now);
  }
  if (session.sessionId !== payment.session?.sessionId || payment.state === "paid") return { kind: "nothing" };
  if (session.status === "complete")
    return session.paymentFailed ? moved(payment, "failed") : moved(payment, "processing");
  return session.status === "expired" ? moved(payment, "closed") : { kind: "nothing" };
}

function settlePaid(
  payment: Payment,
  { paymentIntentId, amount, currency }: CheckoutSession & { readonly paymentIntentId: string },
  owed: Owed,
  now: Instant,
): Outcome {
  if (payment.captures.some((capture) => capture.paymentIntentId === paymentIntentId)) return { kind: "nothing" };
  const foreign = currency !== "nok";
  const wrong = foreign || amount !== owed.total;
  const ended = owed.status === "confirmed" || owed.status === "cancelled" || (wrong && owed.status === "expired");
  // Kroner that no order waits for go back by themselves. We pay back no other currency: that is for a person, always.
  const unwanted = ended && !foreign;
  const capture = { paymentIntentId, amount, currency, capturedAt: now, quarantined: wrong && !unwanted };
  const after = { ...payment, captures: [...payment.captures, capture], version: payment.version + 1 };
  if (unwanted) return { kind: "refund-owed", payment: after, capture };
  if (wrong) return { kind: "quarantined", payment: after, capture };
  return { kind: "paid", payment: { ...after, state: "paid" }, capture };
}

function moved(payment: Payment, kind: "processing" | "closed" | "failed"): Outcome {
  const state = kind === "processing" ? "processing" : "closed";
  if (payment.state === state || payment.state === "closed") return { kind: "nothing" };
  return { kind, payment: { ...payment, state, version: payment.version + 1 } };
}
