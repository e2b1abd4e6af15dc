import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import type { OrderNumber } from "#kernel/ids";
import type { OrderReads } from "#ordering/ports/orders";
import { maySee, type Order } from "../domain/order.ts";

export type GetOrder = (orderNumber: OrderNumber, caller: Caller) => Promise<Order>;

/** @throws DomainError `not-found`, also for an order that isn't the caller's to know of */
export function getOrderUseCase(orders: OrderReads): GetOrder {
  return async (orderNumber, caller) => {
    const order = await orders.get(orderNumber);
    if (!order || !maySee(order, caller)) throw refusal("not-found", {});
    return order;
  };
}
