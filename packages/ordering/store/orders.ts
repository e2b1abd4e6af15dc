import { part } from "#kernel/transaction-part";
import type { Orders } from "#ordering/ports/orders";
import { getItem, type Table } from "#platform/dynamo/table";
import { Order } from "../domain/order.ts";
import { orderKey } from "./keys.ts";

export function orders(table: Table): Orders {
  return {
    get: (orderNumber) => getItem(table, orderKey(orderNumber), Order),
    create: (order) =>
      part([
        {
          kind: "create",
          key: orderKey(order.orderNumber),
          item: row(order),
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    replace: (before, after) =>
      part([
        {
          kind: "replace",
          key: orderKey(before.orderNumber),
          item: row(after),
          guards: [{ is: "equal", attribute: "version", value: before.version, otherwise: "reload" }],
        },
      ]),
  };
}

/** An order that awaits payment is due when its hold ends: the payment context's sweep asks Stripe and then gives it up. */
function row(order: Order) {
  return {
    ...order,
    listPartition: `orders#${order.placedAt.slice(0, 7)}`,
    listSort: `${order.placedAt}#${order.orderNumber}`,
    ...(order.status === "awaiting-payment" && order.hold && { duePartition: "payment", dueAt: order.hold.endsAt }),
  };
}
