import * as z from "zod";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { OrderNumber } from "#kernel/ids";
import { inLocale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { isActive, maySee, type Order } from "#ordering/ports/orders";
import type { Settlement } from "#ordering/ports/settlement";
import type { Payments } from "#payment/ports/payments";
import type { StripeCheckout } from "#payment/ports/stripe-checkout";
import {
  heldUntil,
  isStale,
  nextAttempt,
  type Payment,
  sessionIdempotencyKey,
  sessionOpened,
} from "../domain/payment.ts";

export const CheckoutStarted = z.object({ orderNumber: OrderNumber, url: z.string() });

export interface StartCheckoutPorts {
  readonly unitOfWork: UnitOfWork;
  readonly settlement: Settlement;
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
 * Where a buyer pays: the one Checkout Session of this attempt. Two tabs get the same session. A buyer who comes so late
 * that Stripe would refuse the attempt's time gets another attempt, and the order is held as long as it needs; what is
 * sent to Stripe is written first, so that asking again asks the same.
 *
 * @throws DomainError `not-found`, `order-not-awaiting-payment`, `hold-ended`, `payment-processing`, `checkout-ended`
 */
export function startCheckoutUseCase(ports: StartCheckoutPorts): StartCheckout {
  const { unitOfWork, settlement, payments, stripe, publicUrl } = ports;

  return async (origin, orderNumber, caller) => {
    const [order, payment] = await load(orderNumber, caller);
    if (order.status === "awaiting-payment" && isStale(payment, unitOfWork.clock()))
      await renew(origin, orderNumber, caller);
    return unitOfWork.run(origin, CheckoutStarted, async () => {
      const [order, payment] = await load(orderNumber, caller);
      const now = unitOfWork.clock();
      refuseUnlessHeld(order, now);
      if (payment.state === "processing") throw refusal("payment-processing", {});
      if (payment.state === "closed" || payment.sessionExpiresAt <= now) throw refusal("checkout-ended", {});
      if (payment.session) return { parts: [], answer: { orderNumber, url: payment.session.url } };
      const session = await stripe.create(newSession(order, payment, publicUrl));
      return {
        parts: [payments.replace(payment, sessionOpened(payment, session))],
        answer: { orderNumber, url: session.url },
      };
    });
  };

  async function renew({ correlationId }: Origin, orderNumber: OrderNumber, caller: Caller): Promise<void> {
    await unitOfWork.handle({ correlationId }, async () => {
      const [order, payment] = await load(orderNumber, caller);
      const now = unitOfWork.clock();
      refuseUnlessHeld(order, now);
      if (!isStale(payment, now)) return [];
      const attempt = nextAttempt(payment, now);
      return [payments.replace(payment, attempt), settlement.extendHold(order, heldUntil(attempt), false)];
    });
  }

  async function load(orderNumber: OrderNumber, caller: Caller): Promise<[Order, Payment]> {
    const [order, payment] = await Promise.all([settlement.load(orderNumber), payments.get(orderNumber)]);
    if (!order || !maySee(order, caller)) throw refusal("not-found", {});
    if (!payment) throw refusal("order-not-awaiting-payment", { status: order.status });
    return [order, payment];
  }
}

/** @throws DomainError `order-not-awaiting-payment`, `hold-ended` */
function refuseUnlessHeld({ status, hold }: Order, now: string): void {
  if (status === "expired") throw refusal("hold-ended", {});
  if (status !== "awaiting-payment") throw refusal("order-not-awaiting-payment", { status });
  if (!hold || hold.endsAt <= now) throw refusal("hold-ended", {});
}

function newSession(order: Order, payment: Payment, publicUrl: string) {
  const lines = order.lines.filter(isActive).map((line) => ({
    title: inLocale(line.title, order.locale),
    quantity: line.kind === "goods" ? line.quantity : 1,
    unitPrice: line.unitPrice,
  }));
  const page = `${publicUrl}/orders/${order.orderNumber}/page?key=${order.key}`;
  return {
    orderNumber: order.orderNumber,
    idempotencyKey: sessionIdempotencyKey(payment),
    expiresAt: payment.sessionExpiresAt,
    email: order.buyer.email,
    locale: order.locale,
    lines,
    paidUrl: `${page}&from=payment`,
    returnUrl: page,
  };
}
