import { OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { StripeEvents } from "#payment/ports/stripe-events";
import type { SettleCheckout } from "./settle-checkout.ts";

const SESSION_EVENTS: ReadonlySet<string> = new Set([
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
]);

export interface HandleStripeEventPorts {
  readonly stripeEvents: StripeEvents;
  readonly settleCheckout: SettleCheckout;
  /** Counts an event that isn't ours: answered, and otherwise ignored. */
  readonly countStranger: (type: string) => void;
}

export type HandleStripeEvent = (origin: Origin, rawBody: string, signature: string | undefined) => Promise<void>;

/**
 * Takes one delivery of Stripe's. Its effect and its inbox row are one transaction, so any number of deliveries are one.
 *
 * @throws DomainError `webhook-signature-invalid`; anything else makes Stripe deliver again
 */
export function handleStripeEventUseCase(ports: HandleStripeEventPorts): HandleStripeEvent {
  const { stripeEvents, settleCheckout, countStranger } = ports;
  return async (origin, rawBody, signature) => {
    const event = await stripeEvents.verify(rawBody, signature);
    if (!SESSION_EVENTS.has(event.type)) return countStranger(event.type);
    const session = stripeEvents.session(event.object);
    const orderNumber = OrderNumber.safeParse(session.orderNumber);
    if (!orderNumber.success) return countStranger(event.type);
    const delivery = { context: "payment", eventId: event.id };
    const outcome = await settleCheckout({ ...origin, delivery }, orderNumber.data, session);
    if (outcome === "not-ours") countStranger(event.type);
  };
}
