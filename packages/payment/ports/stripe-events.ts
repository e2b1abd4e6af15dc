import type { Dispute } from "../domain/payment.ts";
import type { CheckoutSession } from "../domain/settle-checkout.ts";

/** Reads what Stripe's webhook sends. */
export interface StripeEvents {
  /** @throws DomainError `webhook-signature-invalid`, before anything is read or written */
  verify(
    rawBody: string,
    signature: string | undefined,
  ): Promise<{ readonly id: string; readonly type: string; readonly object: unknown }>;
  /** A Checkout Session and the order it is for; no order number: it isn't ours. */
  session(object: unknown): CheckoutSession & { readonly orderNumber: string | undefined };
  /** The payment that a refund is of; none: it is of something else than a payment. */
  refundedPayment(object: unknown): string | undefined;
  /** A dispute of a payment; none: it is of something else. */
  dispute(object: unknown): Dispute | undefined;
}
