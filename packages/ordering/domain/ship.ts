import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { type GoodsLine, isActive, type Order, type Shipment } from "./order.ts";

/** What is left to send of an order's goods; nothing while it isn't confirmed. */
export function toSend(order: Pick<Order, "status" | "lines">): { readonly line: GoodsLine; readonly left: number }[] {
  if (order.status !== "confirmed") return [];
  return order.lines.flatMap((line) =>
    line.kind === "goods" && isActive(line) && line.shipped < line.quantity
      ? [{ line, left: line.quantity - line.shipped }]
      : [],
  );
}

/**
 * The order with one shipment more: parts as staff like, never more than was ordered.
 *
 * @throws DomainError `order-not-confirmed`, `goods-not-in-order`, `more-than-ordered`
 */
export function ship(order: Order, shipment: Omit<Shipment, "shipment" | "sentAt">, now: Instant): Order {
  if (order.status !== "confirmed") throw refusal("order-not-confirmed", { status: order.status });
  const quantities = new Map<number, number>();
  for (const { line, quantity } of shipment.lines) quantities.set(line, (quantities.get(line) ?? 0) + quantity);
  const open = new Map(toSend(order).map(({ line, left }) => [line.line, left]));
  for (const [number, quantity] of quantities) {
    const line = order.lines.find((each) => each.line === number);
    if (line?.kind !== "goods" || !isActive(line)) throw refusal("goods-not-in-order", { line: number });
    const left = open.get(number) ?? 0;
    if (quantity > left) throw refusal("more-than-ordered", { line: number, left });
  }
  const shipments = order.shipments ?? [];
  return {
    ...order,
    lines: order.lines.map((line) =>
      line.kind === "goods" ? { ...line, shipped: line.shipped + (quantities.get(line.line) ?? 0) } : line,
    ),
    shipments: [
      ...shipments,
      {
        shipment: shipments.length + 1,
        sentAt: now,
        lines: [...quantities].map(([line, quantity]) => ({ line, quantity })),
        ...(shipment.trackingNumber && { trackingNumber: shipment.trackingNumber }),
      },
    ],
    version: order.version + 1,
  };
}
