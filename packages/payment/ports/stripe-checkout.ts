import type { Instant } from "#kernel/clock";
import type { Locale } from "#kernel/locale";
import type { Money } from "#kernel/money";
import type { CheckoutSession } from "../domain/settle-checkout.ts";

interface NewCheckoutSession {
  readonly orderNumber: string;
  readonly idempotencyKey: string;
  readonly expiresAt: Instant;
  readonly email: string;
  readonly locale: Locale;
  readonly lines: readonly { readonly title: string; readonly quantity: number; readonly unitPrice: Money }[];
  /** Where Stripe sends a buyer who has paid; its word to us may come after them. */
  readonly paidUrl: string;
  /** Where Stripe sends a buyer who turns back. */
  readonly returnUrl: string;
}

/** Stripe Checkout, as far as it is used here. Every method throws when Stripe can't be asked. */
export interface StripeCheckout {
  create(session: NewCheckoutSession): Promise<{ readonly sessionId: string; readonly url: string }>;
  retrieve(sessionId: string): Promise<CheckoutSession>;
  /** Expires an open session; one that is complete or expired already stays as it is. Answers what it is then. */
  expire(sessionId: string): Promise<CheckoutSession>;
}
