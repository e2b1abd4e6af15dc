import type { Money } from "#kernel/money";
import type { Refund } from "../domain/payment.ts";

interface NewRefund {
  readonly paymentIntentId: string;
  readonly amount: Money;
  readonly orderNumber: string;
  /** The fact it is made for: kept in Stripe's metadata, so that it is found again. */
  readonly owedBy: string;
}

/** Refunds at Stripe. Every method throws when Stripe can't be asked. */
export interface StripeRefunds {
  /** Refunds a payment; repeated for the same fact and payment, it is the same refund. */
  create(refund: NewRefund): Promise<Refund>;
  /** Every refund of a payment, whoever made it. */
  list(paymentIntentId: string): Promise<readonly Refund[]>;
  /** The order a payment was made for; undefined: it isn't ours. */
  orderNumberOf(paymentIntentId: string): Promise<string | undefined>;
}
