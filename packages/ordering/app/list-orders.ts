import * as z from "zod";
import type { OrderLists, OrderPage } from "#ordering/ports/orders";
import { GoodsLine, Order, OrderStatus } from "../domain/order.ts";
import { toSend } from "../domain/ship.ts";

/** A page of a list holds at most so many. */
const PAGE = 50;

const cursor = z.string().optional();

export const ListOrdersQuery = z.strictObject({
  /** By when the order was placed. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "A month, such as 2026-11."),
  status: OrderStatus.optional(),
  cursor: z.string().max(2000).optional(),
});

/** Hand the cursor back to get the next page; absent on the last. By status, a page may have fewer than others. */
export const OrdersPage = z.object({
  items: z.array(
    Order.pick({
      orderNumber: true,
      placedAt: true,
      status: true,
      payment: true,
      buyer: true,
      total: true,
      paid: true,
      refundFailed: true,
      dispute: true,
    }),
  ),
  cursor,
});

export type ListOrders = (query: z.infer<typeof ListOrdersQuery>) => Promise<OrderPage>;

/** A month's orders, the newest first. */
export function listOrdersUseCase(lists: OrderLists): ListOrders {
  return async ({ month, status, cursor }) => {
    const page = await lists.byMonth(month, { limit: PAGE, cursor });
    return { ...page, items: page.items.filter((order) => !status || order.status === status) };
  };
}

/** What is to be packed, by order, and where it goes. */
export const PackingList = z.object({
  items: z.array(
    Order.pick({ orderNumber: true, confirmedAt: true, deliveryAddress: true, shipments: true }).extend({
      lines: z.array(GoodsLine.pick({ line: true, title: true, productId: true }).extend({ left: z.int() })),
    }),
  ),
  cursor,
});

export type GetPackingList = (cursor: string | undefined) => Promise<z.infer<typeof PackingList>>;

/** The orders whose goods are to be sent, the longest waiting first. */
export function getPackingListUseCase(lists: OrderLists): GetPackingList {
  return async (cursor) => {
    const page = await lists.toSend({ limit: PAGE, cursor });
    const items = page.items.map((order) => ({
      ...order,
      lines: toSend(order).map(({ line, left }) => ({ ...line, left })),
    }));
    return { ...page, items };
  };
}
