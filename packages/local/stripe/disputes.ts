import { type Account, find } from "./account.ts";
import { StripeFault } from "./fault.ts";
import type { Dispute } from "./objects.ts";
import { unusedFields } from "./unused-fields.ts";

const week = 7 * 24 * 60 * 60;

/** The buyer's bank takes a payment back. @throws StripeFault when the PaymentIntent has no paid, undisputed charge. */
export function openDispute(account: Account, intentId: string): Dispute {
  const intent = find(account.paymentIntents, intentId, "payment_intent", "intent");
  const charge = account.charges.get(intent.latest_charge ?? "");
  if (charge?.status !== "succeeded" || charge.disputed)
    throw new StripeFault(400, `PaymentIntent ${intentId} has no paid charge that can be disputed.`);
  charge.disputed = true;
  const dispute: Dispute = {
    ...unusedFields.dispute,
    id: account.id("du"),
    object: "dispute",
    amount: charge.amount,
    charge: charge.id,
    created: account.seconds(),
    currency: charge.currency,
    payment_intent: intentId,
    reason: "fraudulent",
    status: "needs_response",
    evidence_details: {
      due_by: account.seconds() + week,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
  };
  account.disputes.set(dispute.id, dispute);
  account.emit("charge.dispute.created", dispute);
  return dispute;
}

/** The end of a dispute. @throws StripeFault when it has ended already. */
export function closeDispute(account: Account, disputeId: string, outcome: "won" | "lost"): Dispute {
  const dispute = find(account.disputes, disputeId, "dispute", "id");
  if (dispute.status !== "needs_response") throw new StripeFault(400, `Dispute ${disputeId} is already closed.`);
  dispute.status = outcome;
  account.emit("charge.dispute.closed", dispute);
  return dispute;
}
