import type { Instant } from "#kernel/clock";
import type { Seen } from "#kernel/seen";
import type { Payment } from "../domain/payment.ts";

/** A payment's books, in øre. What came in another currency can't be counted, and stays a matter for a person. */
export interface CountedPayment extends Seen, Pick<Payment, "orderNumber" | "version"> {
  readonly kind: "payment";
  readonly captured: number;
  /** On its way back, or there: what has not failed. */
  readonly refunded: number;
  /** Of that, what somebody gave back by Stripe's dashboard. */
  readonly refundedByHand: number;
  /** Money that a person has to see to: it should go back and could not, or was another amount than owed. */
  readonly waiting: number;
  readonly capturedAt: Instant | undefined;
}

/** What payment offers to a recount of its rows. */
export type PaymentRow = CountedPayment;
