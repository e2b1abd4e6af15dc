import { OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { part, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Settlement } from "#ordering/ports/settlement";
import type { Payments } from "#payment/ports/payments";
import type { StripeCheckout } from "#payment/ports/stripe-checkout";
import type { StripeRefunds } from "#payment/ports/stripe-refunds";
import { moneyOf, recordRefunds } from "../domain/books.ts";
import type { Refund } from "../domain/payment.ts";
import { refundFailed } from "../events/refund-failed.ts";
import { refunded } from "../events/refunded.ts";
import type { SettleCheckout } from "./settle-checkout.ts";

export interface RecordRefundsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly settlement: Settlement;
  readonly payments: Payments;
  readonly stripe: StripeCheckout;
  readonly stripeRefunds: StripeRefunds;
  readonly settleCheckout: SettleCheckout;
}

export interface RecordRefunds {
  /** Asks Stripe for a payment's refunds and brings the books to what it says. */
  fromStripe(origin: Origin, paymentIntentId: string): Promise<"settled" | "not-ours">;
  /** Writes refunds into the books and the order's money, with the origin's inbox row. */
  write(origin: Origin, orderNumber: OrderNumber, told: readonly Refund[]): Promise<void>;
}

/**
 * An event about a refund only says that there is news: what is written is Stripe's own list, so events may come in any
 * order, repeated, or not at all, and the sum is never above what was paid.
 */
export function recordRefundsUseCase(ports: RecordRefundsPorts): RecordRefunds {
  const { unitOfWork, settlement, payments, stripe, stripeRefunds, settleCheckout } = ports;

  async function write(origin: Origin, orderNumber: OrderNumber, told: readonly Refund[]): Promise<void> {
    await unitOfWork.handle(origin, async () => {
      const [order, payment] = await Promise.all([settlement.load(orderNumber), payments.get(orderNumber)]);
      if (!order || !payment) throw new Error(`Order ${orderNumber} has refunds and no payment.`);
      const recorded = recordRefunds(payment, told, unitOfWork.clock());
      if (recorded.payment === payment) return [];
      return [
        payments.replace(payment, recorded.payment),
        settlement.recordMoney(order, moneyOf(recorded.payment)),
        factsOf(orderNumber, recorded),
      ];
    });
  }

  return {
    write,
    async fromStripe(origin, paymentIntentId) {
      const told = await stripeRefunds.orderNumberOf(paymentIntentId);
      const orderNumber = OrderNumber.safeParse(told);
      const payment = orderNumber.success ? await payments.get(orderNumber.data) : undefined;
      if (!payment) return "not-ours";
      const known = payment.captures.some((capture) => capture.paymentIntentId === paymentIntentId);
      if (!known && payment.session) {
        // The refund's event overtook the payment's own.
        const session = await stripe.retrieve(payment.session.sessionId);
        await settleCheckout({ correlationId: origin.correlationId }, payment.orderNumber, session);
      }
      await write(origin, payment.orderNumber, await stripeRefunds.list(paymentIntentId));
      return "settled";
    },
  };
}

function factsOf(
  orderNumber: OrderNumber,
  recorded: { readonly made: readonly Refund[]; readonly failed: readonly Refund[] },
): TransactionPart {
  const data = ({ refundId, paymentIntentId, amount }: Refund) => ({
    orderNumber,
    refundId,
    paymentIntentId,
    amountOre: amount,
  });
  const made = recorded.made.map((refund) => refunded.of(data(refund)));
  const failed = recorded.failed.map((refund) => refundFailed.of(data(refund)));
  return part([], [...made, ...failed]);
}
