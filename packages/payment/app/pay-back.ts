import { invariant } from "#kernel/domain-error";
import type { OrderNumber } from "#kernel/ids";
import { sum } from "#kernel/money";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { mayKeep } from "#ordering/ports/orders";
import type { Settlement } from "#ordering/ports/settlement";
import type { Payments } from "#payment/ports/payments";
import type { StripeRefunds } from "#payment/ports/stripe-refunds";
import { recordRefunds, refundsFor } from "../domain/books.ts";
import type { Refund } from "../domain/payment.ts";
import type { RecordRefunds } from "./record-refunds.ts";

export interface PayBackPorts {
  readonly unitOfWork: Pick<UnitOfWork, "clock">;
  readonly settlement: Settlement;
  readonly payments: Payments;
  readonly stripeRefunds: StripeRefunds;
  readonly recordRefunds: RecordRefunds;
}

export type PayBack = (
  origin: Origin,
  owed: { readonly orderNumber: OrderNumber; readonly amountOre: number; readonly paymentIntentId?: string },
) => Promise<void>;

/**
 * Pays back what a fact says is owed, once. Looks first at what Stripe has refunded already, by us for this fact (the answer
 * was lost, or the delivery is older than Stripe's memory of idempotency keys) or by hand from its dashboard. Then refund
 * and books: inbox row, refunds and the order's money are one transaction.
 */
export function payBackUseCase(ports: PayBackPorts): PayBack {
  const { unitOfWork, settlement, payments, stripeRefunds, recordRefunds: record } = ports;
  return async (origin, { orderNumber, amountOre, paymentIntentId }) => {
    invariant(origin.delivery !== undefined, "money goes back for a fact that was delivered");
    const owedBy = origin.delivery.eventId;
    const [order, payment] = await Promise.all([settlement.load(orderNumber), payments.get(orderNumber)]);
    if (!order || !payment) throw new Error(`Order ${orderNumber} is owed money and has no payment.`);
    const known = (
      await Promise.all(payment.captures.map((capture) => stripeRefunds.list(capture.paymentIntentId)))
    ).flat();
    const done = sum(known.filter((refund) => refund.owedBy === owedBy).map((refund) => refund.amount));
    const owed = { amount: amountOre - done, paymentIntentId };
    const made: Refund[] = [];
    for (const refund of refundsFor(recordRefunds(payment, known, unitOfWork.clock()).payment, owed, mayKeep(order))) {
      made.push(await stripeRefunds.create({ ...refund, orderNumber, owedBy }));
    }
    await record.write(origin, orderNumber, [...known, ...made]);
  };
}
