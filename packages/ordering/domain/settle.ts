import type { Instant } from "#kernel/clock";
import { invariant, refusal } from "#kernel/domain-error";
import { type Money, ore } from "#kernel/money";
import { type Order, type OrderStatus, TRANSITIONS } from "./order.ts";

/** The order after its payment was captured: confirmed, and paid what it owes. */
export function confirmPaid(order: Order, captured: Money, now: Instant): Order {
  const { hold: _hold, ...kept } = move(order, "confirmed");
  return { ...kept, paid: ore(order.paid + captured), confirmedAt: now };
}

/** The order after its hold ended without a payment. @throws DomainError `order-not-awaiting-payment` */
export function expire(order: Order): Order {
  if (order.status !== "awaiting-payment") throw refusal("order-not-awaiting-payment", { status: order.status });
  return move(order, "expired");
}

function move(order: Order, status: OrderStatus): Order {
  const next: readonly OrderStatus[] = TRANSITIONS[order.status];
  invariant(next.includes(status), `an order goes from ${order.status} to ${next.join(" or ")}, not to ${status}`);
  return { ...order, status, version: order.version + 1 };
}
