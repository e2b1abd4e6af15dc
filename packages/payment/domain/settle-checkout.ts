import type { Instant } from "#kernel/clock";
import type { Money } from "#kernel/money";
import type { Payment } from "./payment.ts";

/** A Checkout Session as Stripe tells of it. Amounts in øre. */
export interface CheckoutSession {
  readonly sessionId: string;
  readonly status: "open" | "complete" | "expired";
  readonly paymentStatus: "paid" | "unpaid" | "no_payment_required";
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
  | { readonly kind: "paid"; readonly payment: Payment; readonly captured: Money }
  /** No money will come of this attempt. */
  | { readonly kind: "closed"; readonly payment: Payment }
  /** Another amount or currency than owed: for a person to look at. */
  | { readonly kind: "quarantined"; readonly payment: Payment }
  /** Money that no order needs: a second payment, or one for an order that is cancelled. It goes back. */
  | {
      readonly kind: "refund-owed";
      readonly payment: Payment;
      readonly paymentIntentId: string;
      readonly amount: Money;
    };

/**
 * What a session's news means for the payment. Delivered once or many times, in any order, it comes to the same: a
 * PaymentIntent is captured at most once (rule 3), and a paid order is never lost.
 */
export function settleCheckout(payment: Payment, session: CheckoutSession, owed: Owed, now: Instant): Outcome {
  const { paymentIntentId, amount } = session;
  if (session.status === "complete" && session.paymentStatus === "paid" && paymentIntentId) {
    if (payment.captures.some((capture) => capture.paymentIntentId === paymentIntentId)) return { kind: "nothing" };
    const captures = [...payment.captures, { paymentIntentId, amount, capturedAt: now }];
    const after = { ...payment, captures, version: payment.version + 1 };
    if (payment.captures.length > 0 || owed.status === "confirmed" || owed.status === "cancelled") {
      return { kind: "refund-owed", payment: after, paymentIntentId, amount };
    }
    if (session.currency !== "nok" || amount !== owed.total) return { kind: "quarantined", payment: after };
    return { kind: "paid", payment: { ...after, state: "paid" }, captured: amount };
  }
  if (session.sessionId !== payment.session?.sessionId || payment.state === "paid") return { kind: "nothing" };
  if (session.status === "complete") return changed(payment, "processing");
  if (session.status === "expired") return changed(payment, "closed");
  return { kind: "nothing" };
}

function changed(payment: Payment, state: "processing" | "closed"): Outcome {
  if (payment.state === state) return { kind: "nothing" };
  return { kind: state, payment: { ...payment, state, version: payment.version + 1 } };
}
