import type { Instant } from "#kernel/clock";
import type { OrderNumber } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Order } from "../domain/order.ts";
import type { OrderMoney } from "../domain/settle.ts";

/** What payment does to an order, as parts of its own transaction: money and order change together (rule 3). */
export interface Settlement {
  load(orderNumber: OrderNumber): Promise<Order | undefined>;
  /**
   * Confirms an order that awaits its payment; an expired one takes its places and stock again. Fails if it can't, and for
   * an offering that is called off.
   */
  confirmPaid(order: Order, money: OrderMoney, now: Instant): Promise<readonly TransactionPart[]>;
  /** Writes what the payment's books say; the order is otherwise as it was. */
  recordMoney(order: Order, money: OrderMoney): TransactionPart;
  /** Holds an order that awaits its payment for longer; `byBuyer`: at their wish, which they have once. */
  extendHold(order: Order, endsAt: Instant, byBuyer: boolean): TransactionPart;
  /** Gives back what an unpaid order held; `money`: what came for it all the same, and goes back. */
  expire(order: Order, money?: OrderMoney): Promise<readonly TransactionPart[]>;
}
