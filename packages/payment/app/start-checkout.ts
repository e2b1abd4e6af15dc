import * as z from "zod";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { OrderNumber } from "#kernel/ids";
import { inLocale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { isActive, maySee, type Order, type OrderReads } from "#ordering/ports/orders";
import type { Payments } from "#payment/ports/payments";
import type { StripeCheckout } from "#payment/ports/stripe-checkout";
import { type Payment, sessionIdempotencyKey, sessionOpened } from "../domain/payment.ts";

export const CheckoutStarted = z.object({ orderNumber: OrderNumber, url: z.string() });

export interface StartCheckoutPorts {
  readonly unitOfWork: UnitOfWork;
  readonly orders: OrderReads;
  readonly payments: Payments;
  readonly stripe: StripeCheckout;
  /** Base of our own addresses. */
  readonly publicUrl: string;
}

export type StartCheckout = (
  origin: Origin,
  orderNumber: OrderNumber,
  caller: Caller,
) => Promise<z.infer<typeof CheckoutStarted>>;

/**
 * Sends the buyer to Stripe: to the session there is, or to a new one for this attempt. Two tabs get the same session.
 *
 * @throws DomainError `not-found`, `order-not-awaiting-payment`, `hold-ended`
 */
export function startCheckoutUseCase(ports: StartCheckoutPorts): StartCheckout {
  const { unitOfWork, orders, payments, stripe, publicUrl } = ports;
  return (origin, orderNumber, caller) =>
    unitOfWork.run(origin, CheckoutStarted, async () => {
      const [order, payment] = await Promise.all([orders.get(orderNumber), payments.get(orderNumber)]);
      if (!order || !maySee(order, caller)) throw refusal("not-found", {});
      if (order.status !== "awaiting-payment" || !payment)
        throw refusal("order-not-awaiting-payment", { status: order.status });
      if (!order.hold || order.hold.endsAt <= unitOfWork.clock()) throw refusal("hold-ended", {});
      if (payment.session && payment.state !== "opening") {
        return { parts: [], answer: { orderNumber, url: payment.session.url } };
      }
      const session = await stripe.create(newSession(order, payment, publicUrl));
      return {
        parts: [payments.replace(payment, sessionOpened(payment, session))],
        answer: { orderNumber, url: session.url },
      };
    });
}

function newSession(order: Order, payment: Payment, publicUrl: string) {
  const lines = order.lines.filter(isActive).map((line) => ({
    title: inLocale(line.title, order.locale),
    quantity: line.kind === "goods" ? line.quantity : 1,
    unitPrice: line.unitPrice,
  }));
  return {
    orderNumber: order.orderNumber,
    idempotencyKey: sessionIdempotencyKey(payment),
    expiresAt: payment.sessionExpiresAt,
    email: order.buyer.email,
    locale: order.locale,
    lines,
    returnUrl: `${publicUrl}/orders/${order.orderNumber}/page?key=${order.key}`,
  };
}
