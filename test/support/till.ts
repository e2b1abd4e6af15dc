import { toInstant } from "#kernel/clock";
import type { AccessKey } from "#kernel/id";
import type { OrderNumber } from "#kernel/ids";
import { closeUnpaidOrderUseCase } from "#payment/app/close-unpaid-order";
import { handleStripeEventUseCase } from "#payment/app/handle-stripe-event";
import { settleCheckoutUseCase } from "#payment/app/settle-checkout";
import { startCheckoutUseCase } from "#payment/app/start-checkout";
import { stripeCheckout } from "#platform/stripe/checkout";
import { sessionOf } from "#platform/stripe/session";
import { webhookVerifier } from "#platform/stripe/webhook";
import { openShop } from "#test/shop";
import { openStripe, startOfClock, webhookSecret } from "#test/stripe-stand-in";

/** A shop that takes cards: its payment use cases against the Stripe stand-in, both by one clock. */
export async function openTill() {
  const shop = await openShop(toInstant(startOfClock * 1000));
  const stripe = await openStripe();
  const ports = {
    ...shop.ports,
    settlement: shop.settlement,
    stripe: stripeCheckout(stripe.stripe),
    publicUrl: "https://smart.example.no",
  };
  const settleCheckout = settleCheckoutUseCase(ports);
  const strangers: string[] = [];
  const handleStripeEvent = handleStripeEventUseCase({
    stripeEvents: { verify: webhookVerifier(stripe.stripe, webhookSecret, shop.clock), session: sessionOf },
    settleCheckout,
    countStranger: (type) => strangers.push(type),
  });
  const startCheckout = startCheckoutUseCase(ports);
  return {
    shop,
    stripe,
    strangers,
    startCheckout,
    closeUnpaidOrder: closeUnpaidOrderUseCase({ ...ports, settleCheckout }),
    handleStripeEvent,
    /** Starts the order's checkout, as its buyer; answers the session's id. */
    async checkout(order: { readonly orderNumber: OrderNumber; readonly key: AccessKey }): Promise<string> {
      const { url } = await startCheckout(shop.origin(), order.orderNumber, { kind: "guest", key: order.key });
      return url.slice(url.lastIndexOf("/") + 1);
    },
    /** Hands everything Stripe has sent so far to the webhook, all at once, `times` over. */
    async deliver(times = 1): Promise<void> {
      await stripe.control.idle();
      const signature = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);
      const deliveries = Array.from({ length: times }, () => stripe.received).flat();
      await Promise.all(
        deliveries.map(({ body, headers }) =>
          handleStripeEvent(shop.origin(), body, signature(headers["stripe-signature"])),
        ),
      );
    },
    /** Moves both clocks on. */
    async pass(seconds: number): Promise<void> {
      shop.pass(seconds);
      await stripe.pass(seconds);
    },
  };
}
