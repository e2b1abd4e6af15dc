import type * as z from "zod";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import type { OrderNumber } from "#kernel/ids";
import { MailStatus, type MailStatusReads } from "#notifications/ports/mail-status";
import type { OrderReads } from "#ordering/ports/orders";
import { maySee, Order } from "../domain/order.ts";

/** An order, with what is known of its mails: none, as long as none of them failed. */
export const OrderWithMail = Order.extend({ mailStatus: MailStatus.optional() });

export type GetOrder = (orderNumber: OrderNumber, caller: Caller) => Promise<z.infer<typeof OrderWithMail>>;

/** @throws DomainError `not-found`, also for an order that isn't the caller's to know of */
export function getOrderUseCase(orders: OrderReads, mailStatuses: MailStatusReads): GetOrder {
  return async (orderNumber, caller) => {
    const [order, mailStatus] = await Promise.all([orders.get(orderNumber), mailStatuses.of(orderNumber)]);
    if (!order || !maySee(order, caller)) throw refusal("not-found", {});
    return { ...order, ...(mailStatus && { mailStatus }) };
  };
}
