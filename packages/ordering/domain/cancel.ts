import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { OfferingId, PlaceId } from "#kernel/ids";
import { type Money, sum } from "#kernel/money";
import { isActive, type Order, type OrderLine, type PlaceLine, totalOf } from "./order.ts";

/** An order after some of its lines were cancelled. */
export interface Cancelled {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  /** What the lines cost, in øre: it goes back to the card, or comes off the invoice. */
  readonly owedBack: Money;
}

/** The lines of these places. @throws DomainError `place-not-in-order`, `place-already-cancelled` */
export function placeLinesOf(order: Order, placeIds: readonly PlaceId[]): PlaceLine[] {
  return [...new Set(placeIds)].map((placeId) => {
    const line = order.lines.find((each) => each.kind === "place" && each.placeId === placeId);
    if (line?.kind !== "place") throw refusal("place-not-in-order", { placeId });
    if (!isActive(line)) throw refusal("place-already-cancelled", { placeId });
    return line;
  });
}

/** The goods lines of these numbers. @throws DomainError `goods-not-in-order`, `goods-already-shipped` */
export function goodsLinesOf(order: Order, numbers: readonly number[]) {
  return [...new Set(numbers)].map((number) => {
    const line = order.lines.find((each) => each.line === number);
    if (line?.kind !== "goods" || !isActive(line)) throw refusal("goods-not-in-order", { line: number });
    if (line.shipped > 0) throw refusal("goods-already-shipped", { line: number });
    return line;
  });
}

/** @throws DomainError `cancellation-deadline-passed` */
export function refuseAfterDeadline(
  lines: readonly PlaceLine[],
  deadlines: ReadonlyMap<OfferingId, { readonly cancellationDeadline: Instant }>,
  now: Instant,
): void {
  for (const { offeringId } of lines) {
    const deadline = deadlines.get(offeringId)?.cancellationDeadline;
    if (!deadline || deadline <= now) throw refusal("cancellation-deadline-passed", { offeringId });
  }
}

/**
 * The order without these lines; the others stay as they are. Freight goes with the last of the goods. When nothing is
 * left, the order is cancelled.
 *
 * @throws DomainError `order-not-confirmed`
 */
export function cancelLines(order: Order, lines: readonly OrderLine[], now: Instant): Cancelled {
  if (order.status !== "confirmed") throw refusal("order-not-confirmed", { status: order.status });
  const numbers = new Set(lines.map((each) => each.line));
  const without = order.lines.map((line) =>
    numbers.has(line.line) && isActive(line) ? { ...line, cancelledAt: now } : line,
  );
  const goodsLeft = without.some((line) => line.kind === "goods" && isActive(line));
  const after = without.map((line) =>
    line.kind === "freight" && isActive(line) && !goodsLeft ? { ...line, cancelledAt: now } : line,
  );
  const cancelled = after.filter((line, index) => !isActive(line) && line !== order.lines[index]);
  return {
    order: {
      ...order,
      status: after.some(isActive) ? "confirmed" : "cancelled",
      lines: after,
      total: totalOf(after),
      version: order.version + 1,
    },
    lines: cancelled,
    owedBack: sum(cancelled.map((line) => line.amount)),
  };
}
