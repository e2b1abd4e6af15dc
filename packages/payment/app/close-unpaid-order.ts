import type { OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Order } from "#ordering/ports/orders";
import type { Settlement } from "#ordering/ports/settlement";
import type { Payments } from "#payment/ports/payments";
import type { StripeCheckout } from "#payment/ports/stripe-checkout";
import type { SettleCheckout } from "./settle-checkout.ts";

export interface CloseUnpaidOrderPorts {
  readonly unitOfWork: UnitOfWork;
  readonly settlement: Settlement;
  readonly payments: Payments;
  readonly stripe: StripeCheckout;
  readonly settleCheckout: SettleCheckout;
}

export type CloseUnpaidOrder = (origin: Origin, orderNumber: OrderNumber) => Promise<void>;

/**
 * The end of a hold. Asks Stripe before it gives an order up: a session that was paid is settled (its webhook may be lost),
 * an open one is expired first, so that no money can come after; then places and stock go back.
 */
export function closeUnpaidOrderUseCase(ports: CloseUnpaidOrderPorts): CloseUnpaidOrder {
  const { unitOfWork, settlement, payments, stripe, settleCheckout } = ports;
  const holdEnded = (order: Order | undefined) =>
    order?.status === "awaiting-payment" && order.hold !== undefined && order.hold.endsAt <= unitOfWork.clock();

  return async (origin, orderNumber) => {
    const [order, payment] = await Promise.all([settlement.load(orderNumber), payments.get(orderNumber)]);
    if (!holdEnded(order)) return; // the index that named it was behind
    if (payment?.session) {
      const session = await stripe.expire(payment.session.sessionId);
      await settleCheckout(origin, orderNumber, session);
      if (session.status === "complete") return;
    }
    await unitOfWork.handle(origin, async () => {
      const now = await settlement.load(orderNumber);
      return now && holdEnded(now) ? settlement.expire(now) : [];
    });
  };
}
