import * as z from "zod";
import { refusal } from "#kernel/domain-error";
import type { OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { part } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Orders } from "#ordering/ports/orders";
import { confirmationRequested } from "../events/confirmation-requested.ts";

export type RequestConfirmation = (origin: Origin, orderNumber: OrderNumber) => Promise<void>;

/** Has an order's confirmation sent once more. @throws DomainError `not-found`, `order-not-confirmed` */
export function requestConfirmationUseCase(ports: {
  readonly unitOfWork: UnitOfWork;
  readonly orders: Orders;
}): RequestConfirmation {
  const { unitOfWork, orders } = ports;
  return (origin, orderNumber) =>
    unitOfWork.run(origin, z.undefined(), async () => {
      const order = await orders.get(orderNumber);
      if (!order) throw refusal("not-found", {});
      if (order.status !== "confirmed") throw refusal("order-not-confirmed", { status: order.status });
      return { parts: [part([], [confirmationRequested.of({ orderNumber })])], answer: undefined };
    });
}
