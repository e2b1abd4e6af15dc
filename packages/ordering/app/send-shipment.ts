import * as z from "zod";
import type { StockParts } from "#catalogue/ports/stock";
import { TextLine } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { part } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Orders } from "#ordering/ports/orders";
import { MAX_GOODS_LINES } from "../domain/place-order.ts";
import { ship, toSend } from "../domain/ship.ts";
import { shipmentSent } from "../events/shipment-sent.ts";

export const SendShipmentCommand = z.strictObject({
  lines: z
    .array(z.strictObject({ line: z.int().min(1), quantity: z.int().min(1).max(1000) }))
    .min(1)
    .max(MAX_GOODS_LINES),
  trackingNumber: TextLine.optional(),
});

export const ShipmentSentAnswer = z.object({
  orderNumber: OrderNumber,
  shipment: z.int(),
  /** What is left to send, by the order's lines. */
  left: z.array(z.object({ line: z.int(), quantity: z.int() })),
});

export type SendShipment = (
  origin: Origin,
  orderNumber: OrderNumber,
  command: z.infer<typeof SendShipmentCommand>,
) => Promise<z.infer<typeof ShipmentSentAnswer>>;

/**
 * Goods go out: off the shelf, and the buyer is told.
 *
 * @throws DomainError `not-found`, `order-not-confirmed`, `goods-not-in-order`, `more-than-ordered`
 */
export function sendShipmentUseCase(ports: {
  readonly unitOfWork: UnitOfWork;
  readonly orders: Orders;
  readonly stock: StockParts;
}): SendShipment {
  const { unitOfWork, orders, stock } = ports;
  return (origin, orderNumber, command) =>
    unitOfWork.run(origin, ShipmentSentAnswer, async () => {
      const order = await orders.get(orderNumber);
      if (!order) throw refusal("not-found", {});
      const after = ship(order, command, unitOfWork.clock());
      const shipment = after.shipments?.length ?? 0;
      const left = toSend(after).map((each) => ({ line: each.line.line, quantity: each.left }));
      const taken = command.lines.flatMap(({ line, quantity }) => {
        const goods = order.lines.find((each) => each.line === line);
        return goods?.kind === "goods" ? [stock.take(goods.productId, quantity)] : [];
      });
      return {
        parts: [
          orders.replace(order, after),
          ...taken,
          part([], [shipmentSent.of({ orderNumber, shipment, last: left.length === 0 })]),
        ],
        answer: { orderNumber, shipment, left },
      };
    });
}
