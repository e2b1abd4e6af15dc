import type { OrderNumber } from "#kernel/ids";
import { part } from "#kernel/transaction-part";
import type { CheckoutParts } from "#payment/ports/checkout";
import type { Payments } from "#payment/ports/payments";
import { getItem, type Table } from "#platform/dynamo/table";
import { newPayment, Payment } from "../domain/payment.ts";

const paymentKey = (orderNumber: OrderNumber) => ({ pk: `ORDER#${orderNumber}`, sk: "PAYMENT" });

export function payments(table: Table): Payments {
  return {
    get: (orderNumber) => getItem(table, paymentKey(orderNumber), Payment),
    replace: (before, after) =>
      part([
        {
          kind: "replace",
          key: paymentKey(before.orderNumber),
          item: { ...after },
          guards: [{ is: "equal", attribute: "version", value: before.version, otherwise: "reload" }],
        },
      ]),
  };
}

export function checkoutParts(): CheckoutParts {
  return { open: (orderNumber, now) => create(newPayment(orderNumber, now)) };
}

function create(payment: Payment) {
  return part([
    {
      kind: "create",
      key: paymentKey(payment.orderNumber),
      item: { ...payment },
      guards: [{ is: "absent", otherwise: "reload" }],
    },
  ]);
}
