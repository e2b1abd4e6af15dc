import type Stripe from "stripe";
import * as z from "zod";
import { type Account, find } from "./account.ts";
import { noSuch, StripeFault } from "./fault.ts";
import type { Charge, Refund } from "./objects.ts";
import { expand, integer, metadata } from "./params.ts";
import { unusedFields } from "./unused-fields.ts";

/** What `POST /v1/refunds` takes here; without an amount (øre) all that is left is refunded. */
export const refundParams = z.strictObject({
  payment_intent: z.string(),
  amount: integer.pipe(z.number().min(1)).optional(),
  metadata: metadata.optional(),
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
  expand,
});

/** How a new refund starts: the money is on its way at once, or waits until `settleRefund`. */
export type RefundStart = "succeeded" | "pending";

/** @throws StripeFault 400 when nothing was paid, the payment is disputed, or the sum would pass what was paid. */
export function createRefund(account: Account, params: z.output<typeof refundParams>, start: RefundStart): Refund {
  const charge = refundableCharge(account, params.payment_intent);
  const left = charge.amount - charge.amount_refunded;
  if (left === 0)
    throw new StripeFault(400, `Charge ${charge.id} has already been refunded.`, { code: "charge_already_refunded" });
  const amount = params.amount ?? left;
  if (amount > left)
    throw new StripeFault(
      400,
      `Refund amount (${kroner(amount)}) is greater than unrefunded amount on charge (${kroner(left)})`,
      { param: "amount" },
    );
  const refund = newRefund(account, charge, amount, params.metadata ?? {}, params.reason ?? null, start);
  countRefunded(account, charge);
  account.emit("refund.created", refund);
  account.emit("charge.refunded", charge);
  return refund;
}

/**
 * The bank's word on a refund. A succeeded one may still fail, days later; a failed one gives its amount back to what
 * can be refunded. @throws StripeFault when the refund has ended already.
 */
export function settleRefund(account: Account, refundId: string, outcome: "succeeded" | "failed"): Refund {
  const refund = find(account.refunds, refundId, "refund", "id");
  if (refund.status === "failed" || refund.status === outcome)
    throw new StripeFault(400, `Refund ${refundId} has already ${refund.status}.`);
  refund.status = outcome;
  if (outcome === "failed") {
    refund.failure_reason = "lost_or_stolen_card";
    countRefunded(account, find(account.charges, refund.charge, "charge", "charge"));
  }
  account.emit("refund.updated", refund);
  if (outcome === "failed") account.emit("refund.failed", refund);
  return refund;
}

function refundableCharge(account: Account, intentId: string): Charge {
  const intent = account.paymentIntents.get(intentId);
  if (intent === undefined) throw noSuch("payment_intent", intentId, "payment_intent");
  const charge = account.charges.get(intent.latest_charge ?? "");
  if (charge?.status !== "succeeded")
    throw new StripeFault(400, `This PaymentIntent (${intentId}) does not have a successful charge to refund.`, {
      param: "payment_intent",
    });
  if (charge.disputed)
    throw new StripeFault(400, `Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: "charge_disputed",
    });
  return charge;
}

/** Pending refunds count as refunded; failed ones no longer do. */
function countRefunded(account: Account, charge: Charge): void {
  const counting = [...account.refunds.values()].filter(
    ({ status, charge: of }) => of === charge.id && status !== "failed",
  );
  charge.amount_refunded = counting.reduce((sum, { amount }) => sum + amount, 0);
  charge.refunded = charge.amount_refunded === charge.amount;
}

function newRefund(
  account: Account,
  charge: Charge,
  amount: number,
  metadata: Stripe.Metadata,
  reason: Refund["reason"],
  status: RefundStart,
): Refund {
  const refund: Refund = {
    ...unusedFields.refund,
    id: account.id("re"),
    object: "refund",
    amount,
    charge: charge.id,
    created: account.seconds(),
    currency: charge.currency,
    metadata,
    payment_intent: charge.payment_intent,
    reason,
    status,
  };
  account.refunds.set(refund.id, refund);
  return refund;
}

function kroner(amount: number): string {
  return `kr${(amount / 100).toFixed(2)}`;
}
