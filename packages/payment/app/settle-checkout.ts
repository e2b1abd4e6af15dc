import { DomainError } from "#kernel/domain-error";
import type { OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Order } from "#ordering/ports/orders";
import type { Settlement } from "#ordering/ports/settlement";
import type { Payments } from "#payment/ports/payments";
import type { Payment } from "../domain/payment.ts";
import { type CheckoutSession, type Outcome, settleCheckout } from "../domain/settle-checkout.ts";
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

  async function decide(order: Order, payment: Payment, session: CheckoutSession, late: "take-again" | "refund") {
    const { orderNumber } = order;
    const now = unitOfWork.clock();
    const outcome = settleCheckout(payment, session, order, now);
    if (outcome.kind === "nothing") return [];
    const written = payments.replace(payment, outcome.payment);
    if (outcome.kind !== "paid") return [written, ...consequences(outcome, order, session)];
    const [{ paymentIntentId } = { paymentIntentId: "" }] = outcome.payment.captures.slice(-1);
    const captured = paymentCaptured.of({ orderNumber, paymentIntentId, amountOre: outcome.captured });
    if (order.status === "expired" && late === "refund") {
      return [written, facts(captured), facts(owedBack(order, paymentIntentId, outcome.captured, "order-ended"))];
    }
    return [written, ...(await settlement.confirmPaid(order, outcome.captured, now)), facts(captured)];
  }
}

/** Why a late payment can't have its order back: the places or the goods went to others. */
const COULD_NOT_BE_MET: ReadonlySet<string> = new Set(["offering-full", "out-of-stock"]);

function consequences(
  outcome: Exclude<Outcome, { kind: "nothing" | "paid" }>,
  order: Order,
  session: CheckoutSession,
): TransactionPart[] {
  switch (outcome.kind) {
    case "processing":
    case "closed":
      return [];
    case "quarantined":
      return [
        facts(
          paymentQuarantined.of({
            orderNumber: order.orderNumber,
            paymentIntentId: session.paymentIntentId ?? "",
            amountOre: session.amount,
            currency: session.currency,
            owedOre: order.total,
          }),
        ),
      ];
    case "refund-owed":
      return [
        facts(owedBack(order, outcome.paymentIntentId, outcome.amount, order.paid > 0 ? "paid-twice" : "order-ended")),
      ];
  }
}

function owedBack(order: Order, paymentIntentId: string, amountOre: number, why: "paid-twice" | "order-ended") {
  return refundOwed.of({ orderNumber: order.orderNumber, paymentIntentId, amountOre, why });
}

function facts(...all: TransactionPart["facts"]): TransactionPart {
  return { writes: [], facts: all };
}
