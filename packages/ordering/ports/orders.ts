import type { OfferingId, OrderNumber } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Order } from "../domain/order.ts";

export { isActive, mayKeep, maySee, type Order, paysForAllOf, vatSummary } from "../domain/order.ts";

/** What other contexts may read of orders. */
export interface OrderReads {
  get(orderNumber: OrderNumber): Promise<Order | undefined>;
}

/** Orders as this context keeps them. */
export interface Orders extends OrderReads {
  /** Up to 100 orders in one request. */
  load(orderNumbers: readonly OrderNumber[]): Promise<Order[]>;
  /** The orders that pay for a whole course: one, as a rule. */
  payingFor(offeringId: OfferingId): Promise<readonly Order[]>;
  /** A number that is taken already makes the command run again, with another. */
  create(order: Order): TransactionPart;
  /** Writes `after` if the order still is as it was read as `before`; else the command loads again. */
  replace(before: Order, after: Order): TransactionPart;
}

export interface OrderPage {
  readonly items: readonly Order[];
  /** Hand it back to get the next page; absent on the last. */
  readonly cursor?: string;
}

/** Orders as administrators look through them. */
export interface OrderLists {
  /** The orders placed in a month, `YYYY-MM`, the newest first. */
  byMonth(month: string, page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<OrderPage>;
  /** Confirmed orders with goods to send, the longest waiting first. */
  toSend(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<OrderPage>;
}
