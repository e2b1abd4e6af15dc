import type { Instant } from "#kernel/clock";
import type { OrderNumber } from "#kernel/ids";
import type { Money } from "#kernel/money";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Order } from "../domain/order.ts";

/** What payment does to an order, as parts of its own transaction: money and order change together (rule 3). */
export interface Settlement {
  load(orderNumber: OrderNumber): Promise<Order | undefined>;
  /** Confirms an order that awaits its payment; an expired one takes its places and stock again, and fails if it can't. */
  confirmPaid(order: Order, captured: Money, now: Instant): Promise<readonly TransactionPart[]>;
  /** Gives back what an unpaid order held. */
  expire(order: Order): Promise<readonly TransactionPart[]>;
}
