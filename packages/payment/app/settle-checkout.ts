import { DomainError } from "#kernel/domain-error";
import type { OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Order } from "#ordering/ports/orders";
import type { Settlement } from "#ordering/ports/settlement";
import type { Payments } from "#payment/ports/payments";
import { moneyOf } from "../domain/books.ts";
import type { Capture, Payment } from "../domain/payment.ts";
import { type CheckoutSession, settleCheckout } from "../domain/settle-checkout.ts";
import { paymentCaptured } from "../events/payment-captured.ts";
import { paymentQuarantined } from "../events/payment-quarantined.ts";
import { refundOwed } from "../events/refund-owed.ts";

export interface SettleCheckoutPorts {
  readonly unitOfWork: UnitOfWork;
  readonly settlement: Settlement;
  readonly payments: Payments;
}

export type SettleCheckout = (
  origin: Origin,
  orderNumber: OrderNumber,
  session: CheckoutSession,
) => Promise<"settled" | "not-ours">;

/**
 * Brings a session's news to its order: money and order change in one transaction, with the inbox row. Money for an order
 * whose hold ended gets it back again if there is room and nobody waits; else it is owed back.
 */
export function settleCheckoutUseCase({ unitOfWork, settlement, payments }: SettleCheckoutPorts): SettleCheckout {
  return async (origin, orderNumber, session) => {
    try {
      return await settle(origin, orderNumber, session, "take-again");
    } catch (error) {
      if (!(error instanceof DomainError && COULD_NOT_BE_MET.has(error.code))) throw error;
      return settle(origin, orderNumber, session, "refund");
    }
  };

  async function settle(
    origin: Origin,
    orderNumber: OrderNumber,
    session: CheckoutSession,
    late: "take-again" | "refund",
  ) {
    let ours = true;
    await unitOfWork.handle(origin, async () => {
      const [order, payment] = await Promise.all([settlement.load(orderNumber), payments.get(orderNumber)]);
      ours = order !== undefined && payment !== undefined;
      return order && payment ? decide(order, payment, session, late) : [];
    });
    return ours ? "settled" : "not-ours";
  }

  async function decide(
    order: Order,
    payment: Payment,
    session: CheckoutSession,
    late: "take-again" | "refund",
  ): Promise<readonly TransactionPart[]> {
    const now = unitOfWork.clock();
    const outcome = settleCheckout(payment, session, order, now);
    if (outcome.kind === "nothing") return [];
    const written = payments.replace(payment, outcome.payment);
    const money = moneyOf(outcome.payment);
    switch (outcome.kind) {
      case "processing":
      case "closed":
        return [written];
      case "failed":
        return order.status === "awaiting-payment" ? [written, ...(await settlement.expire(order))] : [written];
      case "quarantined":
        return [
          written,
          settlement.recordMoney(order, money),
          record(captured(order, outcome.capture), quarantined(order, outcome.capture)),
        ];
      case "refund-owed":
        return [
          written,
          settlement.recordMoney(order, money),
          record(
            captured(order, outcome.capture),
            owedBack(order, outcome.capture, order.status === "confirmed" ? "paid-twice" : "order-ended"),
          ),
        ];
      case "paid": {
        if (late === "refund") {
          const ended =
            order.status === "expired" ? [settlement.recordMoney(order, money)] : await settlement.expire(order, money);
          return [
            written,
            ...ended,
            record(captured(order, outcome.capture), owedBack(order, outcome.capture, "order-ended")),
          ];
        }
        const confirmed = await settlement.confirmPaid(order, money, now);
        return [written, ...confirmed, record(captured(order, outcome.capture))];
      }
    }
  }
}

/**
 * Why a late payment can't have its order back: the places or goods went to others, nobody can have them any more, or
 * somebody got their one place otherwise.
 */
const COULD_NOT_BE_MET: ReadonlySet<string> = new Set([
  "offering-full",
  "out-of-stock",
  "offering-not-open",
  "participant-has-place",
]);

function captured({ orderNumber }: Order, { paymentIntentId, amount }: Capture) {
  return paymentCaptured.of({ orderNumber, paymentIntentId, amountOre: amount });
}

function quarantined({ orderNumber, total }: Order, { paymentIntentId, amount, currency }: Capture) {
  return paymentQuarantined.of({ orderNumber, paymentIntentId, amountOre: amount, currency, owedOre: total });
}

function owedBack({ orderNumber }: Order, { paymentIntentId, amount }: Capture, why: "paid-twice" | "order-ended") {
  return refundOwed.of({ orderNumber, paymentIntentId, amountOre: amount, why });
}
