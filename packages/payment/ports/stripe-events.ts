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
}
