import type { Instant } from "#kernel/clock";
import { invariant, refusal } from "#kernel/domain-error";
import type { Money } from "#kernel/money";
import { type Order, type OrderStatus, TRANSITIONS } from "./order.ts";

/** What the payment's books say of an order's money. */
export interface OrderMoney {
  /** Captured minus refunded, in øre. */
  readonly paid: Money;
  readonly refundFailed: Money;
  readonly dispute: Order["dispute"] | undefined;
  readonly movedAt: Instant | undefined;
}

/** The order after its payment was captured: confirmed, and paid what it owes. */
export function confirmPaid(order: Order, money: OrderMoney, now: Instant): Order {
  const { hold: _hold, ...kept } = move(recordMoney(order, money), "confirmed");
  return { ...kept, confirmedAt: now };
}

/** The order after its hold ended without a payment. @throws DomainError `order-not-awaiting-payment` */
export function expire(order: Order): Order {
  if (order.status !== "awaiting-payment") throw refusal("order-not-awaiting-payment", { status: order.status });
  return move(order, "expired");
}

/** The order with its money as the payment's books say. */
export function recordMoney(order: Order, { paid, refundFailed, dispute, movedAt }: OrderMoney): Order {
  const { refundFailed: _failed, dispute: _dispute, ...kept } = order;
  return {
    ...kept,
    paid,
    ...(refundFailed > 0 && { refundFailed }),
    ...(dispute && { dispute }),
    ...(movedAt && { moneyMovedAt: movedAt }),
    version: order.version + 1,
  };
}

/** The order held no longer: what it was for is called off, and the sweep settles it next. */
export function endHold(order: Order, now: Instant): Order {
  invariant(order.hold !== undefined, "an order that awaits payment has a hold");
  return { ...order, hold: { ...order.hold, endsAt: now }, version: order.version + 1 };
}

/** The order held until at least `endsAt`; `byBuyer`: at their wish, which they have once. */
export function extendHold(order: Order, endsAt: Instant, byBuyer: boolean): Order {
  invariant(order.hold !== undefined, "an order that awaits payment has a hold");
  const { extended, endsAt: before } = order.hold;
  const hold = { endsAt: before > endsAt ? before : endsAt, extended: extended || byBuyer };
  return { ...order, hold, version: order.version + 1 };
}

function move(order: Order, status: OrderStatus): Order {
  const next: readonly OrderStatus[] = TRANSITIONS[order.status];
  invariant(next.includes(status), `an order goes from ${order.status} to ${next.join(" or ")}, not to ${status}`);
  return { ...order, status, version: order.version + 1 };
}
