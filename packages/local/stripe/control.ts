import { type Account, find, forgetEverything } from "./account.ts";
import { closeDispute, openDispute } from "./disputes.ts";
import type { FailureOrders } from "./failures.ts";
import type { IdempotencyKeys } from "./idempotency.ts";
import { decline, pay, payLater, settleLater } from "./payments.ts";
import { createRefund, type RefundStart, settleRefund } from "./refunds.ts";
import { expireDueSessions } from "./sessions.ts";
import type { DeliveryPolicy, Webhooks } from "./webhooks.ts";

type Parts = {
  account: Account;
  webhooks: Webhooks;
  failures: FailureOrders;
  keys: IdempotencyKeys;
  setRefundsStart: (start: RefundStart) => void;
};

export type Control = ReturnType<typeof makeControl>;

/**
 * What buyers, banks, the dashboard and the network do to an account. Ids are Stripe's (`cs_…`, `pi_…`, `re_…`,
 * `du_…`, `evt_…`), amounts øre. What cannot be done now is a StripeFault.
 */
export function makeControl({ account, webhooks, failures, keys, setRefundsStart }: Parts) {
  const tick = () => {
    expireDueSessions(account);
    webhooks.sendDue();
  };
  return {
    /** The buyer pays by card. */
    pay: (sessionId: string) => pay(account, sessionId),
    /** The bank declines the buyer's card; the session stays open. */
    decline: (sessionId: string) => decline(account, sessionId),
    /** The buyer pays by something that settles later. */
    payLater: (sessionId: string) => payLater(account, sessionId),
    /** The money of a `payLater` comes or fails to. */
    settleLater: (sessionId: string, outcome: "succeeded" | "failed") => settleLater(account, sessionId, outcome),
    /** A refund made by hand in the dashboard; without an amount, of all that is left. */
    refundFromDashboard: (paymentIntentId: string, amount?: number) =>
      createRefund(account, { payment_intent: paymentIntentId, amount }, "succeeded"),
    /** How refunds made over the API start from now on; `succeeded` until told otherwise. */
    refundsStart: setRefundsStart,
    /** The bank's word on a refund; a succeeded one may still fail. */
    settleRefund: (refundId: string, outcome: "succeeded" | "failed") => settleRefund(account, refundId, outcome),
    /** The buyer's bank takes the payment back. */
    dispute: (paymentIntentId: string) => openDispute(account, paymentIntentId),
    closeDispute: (disputeId: string, outcome: "won" | "lost") => closeDispute(account, disputeId, outcome),
    /** How events are delivered from now on; replaces what was said before. */
    deliveries: (policy: DeliveryPolicy) => webhooks.setPolicy(policy),
    /** Delivers an event again, whatever the policy. */
    redeliver: (eventId: string) => webhooks.redeliver(find(account.events, eventId, "event", "id")),
    failRequests: failures.order,
    /** Lets requests that hang go on. */
    release: failures.release,
    /** Does what is due by the clock now: sessions expire, deliveries leave. */
    tick,
    /** Resolves when no delivery is under way or due by the clock. */
    async idle(): Promise<void> {
      tick();
      await webhooks.idle();
    },
    /** Forgets every object, key, event, delivery and order to fail. */
    async reset(): Promise<void> {
      failures.reset();
      forgetEverything(account);
      keys.reset();
      setRefundsStart("succeeded");
      await webhooks.reset();
    },
  };
}
