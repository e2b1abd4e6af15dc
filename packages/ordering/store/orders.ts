import * as z from "zod";
import { OrderNumber } from "#kernel/ids";
import { norwegianDay } from "#kernel/norwegian-time";
import { type Guard, part, type Write } from "#kernel/transaction-part";
import type { OrderLists, Orders } from "#ordering/ports/orders";
import { getItem, getItems, queryItems, queryList, type Table } from "#platform/dynamo/table";
import { Order } from "../domain/order.ts";
import { toSend } from "../domain/ship.ts";
import { orderKey, packingKey, SERVICE, serviceKey, servicePartition } from "./keys.ts";

const PACKING_LIST = "packing-list";

const OrderRef = z.object({ orderNumber: OrderNumber });

export function orders(table: Table): Orders {
  async function load(orderNumbers: readonly OrderNumber[]): Promise<Order[]> {
    const found = await getItems(
      table,
      orderNumbers.map((orderNumber) => ({ key: orderKey(orderNumber), schema: Order })),
    );
    return found.filter((order) => order !== undefined);
  }

  return {
    get: (orderNumber) => getItem(table, orderKey(orderNumber), Order),
    load,
    async payingFor(offeringId) {
      const { items } = await queryItems(table, { pk: servicePartition(offeringId), prefix: SERVICE }, OrderRef);
      return load(items.map(({ orderNumber }) => orderNumber));
    },
    create: (order) =>
      part([
        put("create", order, { is: "absent", otherwise: "reload" }),
        ...onPackingList(undefined, order),
        ...services(order),
      ]),
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
      const { items, cursor } = await queryList(table, { partition: PACKING_LIST }, OrderRef, page);
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

/** A course finds the order that pays for all of it. */
function services({ orderNumber, lines }: Order): Write[] {
  return lines
    .filter((line) => line.kind === "service")
    .map(({ offeringId }) => ({
      kind: "create",
      key: serviceKey(offeringId, orderNumber),
      item: { orderNumber },
      guards: [],
    }));
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
