import type { OrderNumber } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { ArrangedOrder } from "../domain/arrange-order.ts";
import type { Order } from "../domain/order.ts";

export type { ArrangedOrder } from "../domain/arrange-order.ts";

/**
 * Writes the order, reserves its goods, records what is to be invoiced, and the fact that it is confirmed.
 *
 * @throws DomainError `too-much-for-one-order`, `product-not-for-sale`, `ticket-type-unknown`
 */
export type ArrangeOrder = (arranged: ArrangedOrder) => {
  readonly order: Order;
  readonly parts: readonly TransactionPart[];
};

/** A new order number, as every order has. */
export type NewOrderNumber = () => OrderNumber;
