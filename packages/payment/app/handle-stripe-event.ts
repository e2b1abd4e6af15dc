import { OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { StripeEvents } from "#payment/ports/stripe-events";
import type { RecordDispute } from "./record-dispute.ts";
import type { RecordRefunds } from "./record-refunds.ts";
import type { SettleCheckout } from "./settle-checkout.ts";

export interface HandleStripeEventPorts {
  readonly stripeEvents: StripeEvents;
  readonly settleCheckout: SettleCheckout;
  readonly recordRefunds: RecordRefunds;
  readonly recordDispute: RecordDispute;
  /** Counts an event that isn't ours: answered, and otherwise ignored. */
  readonly countStranger: (type: string) => void;
}

export type HandleStripeEvent = (origin: Origin, rawBody: string, signature: string | undefined) => Promise<void>;

type Handled = "settled" | "not-ours";

/**
 * Takes one delivery of Stripe's. Its effect and its inbox row are one transaction, so any number of deliveries are one.
 *
 * @throws DomainError `webhook-signature-invalid`; anything else makes Stripe deliver again
 */
export function handleStripeEventUseCase(ports: HandleStripeEventPorts): HandleStripeEvent {
  const { stripeEvents, settleCheckout, recordRefunds, recordDispute, countStranger } = ports;

  async function session(origin: Origin, object: unknown, failed = false): Promise<Handled> {
    const told = stripeEvents.session(object);
    const orderNumber = OrderNumber.safeParse(told.orderNumber);
    if (!orderNumber.success) return "not-ours";
    return settleCheckout(origin, orderNumber.data, failed ? { ...told, paymentFailed: true } : told);
  }

  async function refund(origin: Origin, object: unknown): Promise<Handled> {
    const paymentIntentId = stripeEvents.refundedPayment(object);
    return paymentIntentId ? recordRefunds.fromStripe(origin, paymentIntentId) : "not-ours";
  }

  async function dispute(origin: Origin, object: unknown): Promise<Handled> {
    const told = stripeEvents.dispute(object);
    return told ? recordDispute(origin, told) : "not-ours";
  }

  async function handle(type: string, origin: Origin, object: unknown): Promise<Handled> {
    switch (type) {
      case "checkout.session.completed":
      case "checkout.session.async_payment_succeeded":
      case "checkout.session.expired":
        return session(origin, object);
      case "checkout.session.async_payment_failed":
        return session(origin, object, true);
      case "refund.created":
      case "refund.updated":
      case "refund.failed":
        return refund(origin, object);
      default:
        return type.startsWith("charge.dispute.") ? dispute(origin, object) : "not-ours";
    }
  }

  return async (origin, rawBody, signature) => {
    const { id, type, object } = await stripeEvents.verify(rawBody, signature);
    const handled = await handle(type, { ...origin, delivery: { context: "payment", eventId: id } }, object);
    if (handled === "not-ours") countStranger(type);
  };
}
