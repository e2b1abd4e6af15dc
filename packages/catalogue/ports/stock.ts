import type { ProductId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";

/** What an order does to stock, as parts of its own transaction. Quantities are pieces, 1 or more. */
export interface StockParts {
  /**
   * Fails with `out-of-stock`, telling how many are left. `terms` is the version of the product that was priced: when it
   * changed meanwhile, the command decides again.
   */
  reserve(productId: ProductId, quantity: number, terms?: number): TransactionPart;
  /** Gives back what was reserved and has not been sent. */
  release(productId: ProductId, quantity: number): TransactionPart;
  /** Takes what was reserved off the shelf: it is sent, or handed out. */
  take(productId: ProductId, quantity: number): TransactionPart;
}
