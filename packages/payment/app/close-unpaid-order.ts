import type { OrderNumber } from "#kernel/ids";
import { ZERO } from "#kernel/money";
import type { Origin } from "#kernel/origin";
import { part, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Order } from "#ordering/ports/orders";
import type { Settlement } from "#ordering/ports/settlement";
import type { Payments } from "#payment/ports/payments";
import type { StripeCheckout } from "#payment/ports/stripe-checkout";
import { moneyOf, refundsFor } from "../domain/books.ts";
import { closed, type Payment } from "../domain/payment.ts";
import { refundOwed } from "../events/refund-owed.ts";
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
 * an open one is expired first, so that no money can come after; then places and stock go back, and with them any money
 * of a wrong amount. While the bank has not answered, the order waits.
 */
export function closeUnpaidOrderUseCase(ports: CloseUnpaidOrderPorts): CloseUnpaidOrder {
  const { unitOfWork, settlement, payments, stripe, settleCheckout } = ports;
  const load = (orderNumber: OrderNumber) => Promise.all([settlement.load(orderNumber), payments.get(orderNumber)]);
  const holdEnded = (order: Order | undefined) =>
    order?.status === "awaiting-payment" && order.hold !== undefined && order.hold.endsAt <= unitOfWork.clock();

  return async (origin, orderNumber) => {
    const [order, payment] = await load(orderNumber);
    if (!holdEnded(order)) return; // the index that named it was behind
    if (payment?.session) {
      await settleCheckout(origin, orderNumber, await stripe.expire(payment.session.sessionId));
    }
    await unitOfWork.handle(origin, async () => {
      const [now, books] = await load(orderNumber);
      if (!now || !books || !holdEnded(now) || books.state === "processing") return [];
      // Closing the payment too stops a checkout that is being started at this moment.
      return [payments.replace(books, closed(books)), ...(await settlement.expire(now)), allOwedBack(books)];
    });
  };
}

function allOwedBack(payment: Payment): TransactionPart {
  const refunds = refundsFor(payment, { amount: moneyOf(payment).paid }, ZERO);
  const { orderNumber } = payment;
  return part(
    [],
    refunds.map(({ paymentIntentId, amount }) =>
      refundOwed.of({ orderNumber, paymentIntentId, amountOre: amount, why: "wrong-amount" }),
    ),
  );
}
