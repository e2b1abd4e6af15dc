import * as z from "zod";
import { OrderNumber } from "#kernel/ids";
import { norwegianDay } from "#kernel/norwegian-time";
import { type Guard, part, type Write } from "#kernel/transaction-part";
import type { OrderLists, Orders } from "#ordering/ports/orders";
import { getItem, getItems, queryList, type Table } from "#platform/dynamo/table";
import { Order } from "../domain/order.ts";
import { toSend } from "../domain/ship.ts";
import { orderKey, packingKey } from "./keys.ts";

const PACKING_LIST = "packing-list";

export function orders(table: Table): Orders {
  return {
    get: (orderNumber) => getItem(table, orderKey(orderNumber), Order),
    async load(orderNumbers) {
      const found = await getItems(
        table,
        orderNumbers.map((orderNumber) => ({ key: orderKey(orderNumber), schema: Order })),
      );
      return found.filter((order) => order !== undefined);
    },
    create: (order) =>
      part([put("create", order, { is: "absent", otherwise: "reload" }), ...onPackingList(undefined, order)]),
    replace: (before, after) =>
      part([
        put("replace", after, { is: "equal", attribute: "version", value: before.version, otherwise: "reload" }),
        ...onPackingList(before, after),
      ]),
  };
}

/** Lists that people look at: never decided on. */
export function orderLists(table: Table): OrderLists {
  return {
    byMonth: (month, page) => queryList(table, { partition: `orders#${month}` }, Order, { ...page, newestFirst: true }),
    async toSend(page) {
      const row = z.object({ orderNumber: OrderNumber });
      const { items, cursor } = await queryList(table, { partition: PACKING_LIST }, row, page);
      const found = await getItems(
        table,
        items.map(({ orderNumber }) => ({ key: orderKey(orderNumber), schema: Order })),
      );
      return { items: found.filter((order) => order !== undefined), ...(cursor && { cursor }) };
    },
  };
}

function put(kind: "create" | "replace", order: Order, guard: Guard): Write {
  return { kind, key: orderKey(order.orderNumber), item: row(order), guards: [guard] };
}

/** An order that awaits payment is due when its hold ends: the payment context's sweep asks Stripe and then gives it up. */
function row(order: Order) {
  return {
    ...order,
    listPartition: `orders#${norwegianDay(order.placedAt).slice(0, 7)}`,
    listSort: `${order.placedAt}#${order.orderNumber}`,
    ...(order.status === "awaiting-payment" && order.hold && { duePartition: "payment", dueAt: order.hold.endsAt }),
  };
}

/** A row of its own puts an order on the packing list as long as goods are to be sent; the order's condition guards it too. */
function onPackingList(before: Order | undefined, after: Order): Write[] {
  const { orderNumber, confirmedAt } = after;
  const key = packingKey(orderNumber);
  const [was, is] = [before !== undefined && toSend(before).length > 0, toSend(after).length > 0];
  if (was === is) return [];
  if (!is) return [{ kind: "delete", key, guards: [] }];
  const item = { orderNumber, listPartition: PACKING_LIST, listSort: `${confirmedAt}#${orderNumber}` };
  return [{ kind: "create", key, item, guards: [] }];
}
