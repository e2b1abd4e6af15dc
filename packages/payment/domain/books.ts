import type { Instant } from "#kernel/clock";
import { type Money, ore, sum, ZERO } from "#kernel/money";
import type { Capture, Dispute, Payment, Refund } from "./payment.ts";

/** What an order shows of its payment. */
export interface OrderMoney {
  /** Captured minus refunded (rule 3). */
  readonly paid: Money;
  /** What should have gone back and did not. */
  readonly refundFailed: Money;
  readonly dispute: Dispute["status"] | undefined;
  /** When the last of it came or went, or came back since a refund failed or a dispute ended: each is booked in its year. */
  readonly movedAt: Instant | undefined;
}

/**
 * The books of a payment as its order shows them. Every capture counts, wanted or not, and every refund that has not
 * failed; another currency than NOK can't be counted, and stays a matter for a person.
 */
export function moneyOf(payment: Payment): OrderMoney {
  const counted = payment.captures.filter((capture) => capture.currency === "nok");
  const failed = payment.refunds.filter((refund) => refund.status === "failed");
  return {
    paid: sum(counted.map((capture) => leftOf(payment, capture))),
    refundFailed: sum(failed.map((refund) => refund.amount)),
    dispute: worst(payment.disputes),
    movedAt: movements(payment).toSorted().at(-1),
  };
}

function movements({ captures, refunds, disputes }: Payment): Instant[] {
  return [
    ...captures.map(({ capturedAt }) => capturedAt),
    ...refunds.flatMap(({ madeAt, failedAt }) => [madeAt, failedAt]),
    ...disputes.map(({ endedAt }) => endedAt),
  ].filter((at) => at !== undefined);
}

/** What is left of a capture after the refunds that have not failed. */
function leftOf(payment: Payment, { paymentIntentId, amount }: Capture): Money {
  const back = payment.refunds.filter(
    (refund) => refund.paymentIntentId === paymentIntentId && refund.status !== "failed",
  );
  return ore(amount - sum(back.map((refund) => refund.amount)));
}

/** Stripe tells of a refund's states in any order; a later one never goes back. A succeeded one may still fail. */
const PROGRESS = { pending: 0, succeeded: 1, failed: 2 } as const satisfies Record<Refund["status"], number>;

export interface Recorded {
  readonly payment: Payment;
  /** Refunds that were not known. */
  readonly made: readonly Refund[];
  /** Refunds that are known now to have failed. */
  readonly failed: readonly Refund[];
}

/** The payment with what Stripe tells of refunds, each kept once by its id, however often and in whatever order it comes. */
export function recordRefunds(payment: Payment, told: readonly Refund[], now: Instant): Recorded {
  const byId = new Map(payment.refunds.map((refund) => [refund.refundId, refund]));
  const made: Refund[] = [];
  const failed: Refund[] = [];
  for (const refund of told) {
    const before = byId.get(refund.refundId);
    if (before && PROGRESS[before.status] >= PROGRESS[refund.status]) continue;
    byId.set(refund.refundId, refund.status === "failed" ? { ...refund, failedAt: now } : refund);
    if (!before) made.push(refund);
    if (refund.status === "failed") failed.push(refund);
  }
  const changed = made.length + failed.length > 0 || [...byId.values()].some((each) => !payment.refunds.includes(each));
  const after = changed ? { ...payment, refunds: [...byId.values()], version: payment.version + 1 } : payment;
  return { payment: after, made, failed };
}

/**
 * The refunds that pay back `owed`, newest payment first: never more than the order has too much (`kept` is what it may
 * keep), nor than is left of each payment. So what went back by the dashboard already doesn't go back twice.
 */
export function refundsFor(
  payment: Payment,
  owed: { readonly amount: number; readonly paymentIntentId?: string | undefined },
  kept: Money,
): { readonly paymentIntentId: string; readonly amount: Money }[] {
  let missing = Math.min(owed.amount, moneyOf(payment).paid - kept);
  const refunds: { paymentIntentId: string; amount: Money }[] = [];
  for (const capture of payment.captures.toReversed()) {
    if (capture.currency !== "nok") continue;
    if (owed.paymentIntentId && capture.paymentIntentId !== owed.paymentIntentId) continue;
    const amount = ore(Math.min(missing, leftOf(payment, capture)));
    if (amount <= ZERO) continue;
    refunds.push({ paymentIntentId: capture.paymentIntentId, amount });
    missing -= amount;
  }
  return refunds;
}

/** The payment with a dispute's news; one that has ended doesn't open again. */
export function recordDispute(payment: Payment, told: Dispute, now: Instant): Payment {
  const before = payment.disputes.find((dispute) => dispute.disputeId === told.disputeId);
  if (before && (before.status === told.status || told.status === "open")) return payment;
  const others = payment.disputes.filter((dispute) => dispute.disputeId !== told.disputeId);
  const dispute = told.status === "open" ? told : { ...told, endedAt: now };
  return { ...payment, disputes: [...others, dispute], version: payment.version + 1 };
}

function worst(disputes: readonly Dispute[]): Dispute["status"] | undefined {
  return (["open", "lost", "won"] as const).find((status) => disputes.some((dispute) => dispute.status === status));
}
