import * as z from "zod";
import type { StockParts } from "#catalogue/ports/stock";
import { refusal } from "#kernel/domain-error";
import type { OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { part } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { InvoiceBases } from "#ordering/ports/invoice-bases";
import type { Orders } from "#ordering/ports/orders";
import { cancelLines, goodsLinesOf } from "../domain/cancel.ts";
import { MAX_GOODS_LINES } from "../domain/place-order.ts";
import { goodsCancelled } from "../events/goods-cancelled.ts";
import { PlacesCancelledAnswer } from "./cancel-places.ts";

/** Numbers of the order's lines. */
export const CancelGoodsCommand = z.strictObject({ lines: z.array(z.int().min(1)).min(1).max(MAX_GOODS_LINES) });

export interface CancelGoodsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly orders: Orders;
  readonly stock: StockParts;
  readonly invoiceBases: InvoiceBases;
}

export type CancelGoods = (
  origin: Origin,
  orderNumber: OrderNumber,
  command: z.infer<typeof CancelGoodsCommand>,
) => Promise<z.infer<typeof PlacesCancelledAnswer>>;

/**
 * Cancels goods that have not been sent, for an administrator: back in stock, their money owed back.
 *
 * @throws DomainError `not-found`, `order-not-confirmed`, `goods-not-in-order`, `goods-already-shipped`
 */
export function cancelGoodsUseCase({ unitOfWork, orders, stock, invoiceBases }: CancelGoodsPorts): CancelGoods {
  return (origin, orderNumber, command) =>
    unitOfWork.run(origin, PlacesCancelledAnswer, async () => {
      const order = await orders.get(orderNumber);
      if (!order) throw refusal("not-found", {});
      const now = unitOfWork.clock();
      const lines = goodsLinesOf(order, command.lines);
      const cancelled = cancelLines(order, lines, now);
      const { payment } = order;
      const { total, status } = cancelled.order;
      const fact = goodsCancelled.of({
        orderNumber,
        lines: lines.map((line) => line.line),
        payment,
        owedBackOre: cancelled.owedBack,
        orderCancelled: status === "cancelled",
      });
      const invoice = payment === "invoice" ? await invoiceBases.withoutLines(orderNumber, cancelled.lines, now) : [];
      return {
        parts: [
          orders.replace(order, cancelled.order),
          ...lines.map(({ productId, quantity }) => stock.release(productId, quantity)),
          ...invoice,
          part([], [fact]),
        ],
        answer: { orderNumber, status, total, owedBack: cancelled.owedBack },
      };
    });
}
