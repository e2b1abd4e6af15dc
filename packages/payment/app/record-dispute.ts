import { OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { part } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Settlement } from "#ordering/ports/settlement";
import type { Payments } from "#payment/ports/payments";
import type { StripeRefunds } from "#payment/ports/stripe-refunds";
import { moneyOf, recordDispute } from "../domain/books.ts";
import type { Dispute } from "../domain/payment.ts";
import { paymentDisputed } from "../events/payment-disputed.ts";

export interface RecordDisputePorts {
  readonly unitOfWork: UnitOfWork;
  readonly settlement: Settlement;
  readonly payments: Payments;
  readonly stripeRefunds: StripeRefunds;
}

export type RecordDispute = (origin: Origin, dispute: Dispute) => Promise<"settled" | "not-ours">;

/** Shows a dispute on its order. The order stays what it is: a person decides what a dispute means for it. */
export function recordDisputeUseCase(ports: RecordDisputePorts): RecordDispute {
  const { unitOfWork, settlement, payments, stripeRefunds } = ports;
  return async (origin, dispute) => {
    const told = await stripeRefunds.orderNumberOf(dispute.paymentIntentId);
    const orderNumber = OrderNumber.safeParse(told);
    if (!orderNumber.success) return "not-ours";
    let ours = true;
    await unitOfWork.handle(origin, async () => {
      const [order, payment] = await Promise.all([settlement.load(orderNumber.data), payments.get(orderNumber.data)]);
      ours = order !== undefined && payment !== undefined;
      if (!order || !payment) return [];
      const after = recordDispute(payment, dispute, unitOfWork.clock());
      if (after === payment) return [];
      const { disputeId, status } = dispute;
      return [
        payments.replace(payment, after),
        settlement.recordMoney(order, moneyOf(after)),
        part([], [paymentDisputed.of({ orderNumber: orderNumber.data, disputeId, status })]),
      ];
    });
    return ours ? "settled" : "not-ours";
  };
}
