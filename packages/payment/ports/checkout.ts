import type { Instant } from "#kernel/clock";
import type { OrderNumber } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";

/** What placing a card order writes of its payment, in the order's transaction. */
export interface CheckoutParts {
  /** The payment's row with its first attempt: a Checkout Session may now be created for it. */
  open(orderNumber: OrderNumber, now: Instant): TransactionPart;
}
