import { toInstant } from "#kernel/clock";
import type { AccessKey } from "#kernel/id";
import { OrderNumber } from "#kernel/ids";
import { httpApiEvent } from "#local/api-gateway/payload";
import { goodsCancelled } from "#ordering/events/goods-cancelled";
import { placesCancelled } from "#ordering/events/places-cancelled";
import { closeUnpaidOrderUseCase } from "#payment/app/close-unpaid-order";
import { extendHoldUseCase } from "#payment/app/extend-hold";
import { handleStripeEventUseCase } from "#payment/app/handle-stripe-event";
import { payBackUseCase } from "#payment/app/pay-back";
import { recordDisputeUseCase } from "#payment/app/record-dispute";
import { recordRefundsUseCase } from "#payment/app/record-refunds";
import { settleCheckoutUseCase } from "#payment/app/settle-checkout";
import { startCheckoutUseCase } from "#payment/app/start-checkout";
import { refundOwed } from "#payment/events/refund-owed";
import { routes } from "#payment/http/routes";
import { httpHandler } from "#platform/http/handler";
import { stripeCheckout } from "#platform/stripe/checkout";
import { disputeOf, refundedPaymentOf, stripeRefunds } from "#platform/stripe/refunds";
import { sessionOf } from "#platform/stripe/session";
import { webhookVerifier } from "#platform/stripe/webhook";
import { sweep } from "#platform/sweep";
import { everyMinute, lambdaContext } from "#test/lambda";
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
    stripeRefunds: stripeRefunds(stripe.stripe),
    publicUrl: "https://smart.example.no",
  };
  const settleCheckout = settleCheckoutUseCase(ports);
  const recordRefunds = recordRefundsUseCase({ ...ports, settleCheckout });
  const payBack = payBackUseCase({ ...ports, recordRefunds });
  const strangers: string[] = [];
  const handleStripeEvent = handleStripeEventUseCase({
    stripeEvents: {
      verify: webhookVerifier(stripe.stripe, webhookSecret, shop.clock),
      session: sessionOf,
      refundedPayment: refundedPaymentOf,
      dispute: disputeOf,
    },
    settleCheckout,
    recordRefunds,
    recordDispute: recordDisputeUseCase(ports),
    countStranger: (type) => strangers.push(type),
  });
  const startCheckout = startCheckoutUseCase(ports);
  const extendHold = extendHoldUseCase({ ...ports, settleCheckout });
  const closeUnpaidOrder = closeUnpaidOrderUseCase({ ...ports, settleCheckout });
  const api = httpHandler(routes, { startCheckout, extendHold, handleStripeEvent }, async () => ({ kind: "guest" }));
  const sweepUnpaid = sweep({
    context: "payment",
    table: shop.table,
    clock: shop.clock,
    settle: (origin, { pk }) => closeUnpaidOrder(origin, OrderNumber.parse(pk.replace("ORDER#", ""))),
  });
  return {
    shop,
    ports,
    stripe,
    strangers,
    startCheckout,
    recordRefunds,
    closeUnpaidOrder,
    /** What runs each minute, and finds what is due by itself. */
    sweep: () => sweepUnpaid(everyMinute, lambdaContext()),
    handleStripeEvent,
    extendHold,
    payBack,
    settleCheckout,
    retrieve: ports.stripe.retrieve,
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
    /** Hands every fact that owes money to the payment consumer, as the bus does, `times` over and all at once. */
    async payBackAll(times = 1): Promise<void> {
      const owed = await shop.facts(refundOwed.type);
      const cancelled = await shop.facts(placesCancelled.type);
      const goods = await shop.facts(goodsCancelled.type);
      const paybacks = [
        ...owed.map(({ id, data }) => ({ id, owed: refundOwed.data.parse(data) })),
        ...[...cancelled, ...goods].flatMap(({ id, data }) => {
          const { orderNumber, payment, owedBackOre } = goodsCancelled.data.omit({ lines: true }).parse(data);
          return payment === "card" && owedBackOre > 0 ? [{ id, owed: { orderNumber, amountOre: owedBackOre } }] : [];
        }),
      ];
      const deliveries = Array.from({ length: times }, () => paybacks).flat();
      await Promise.all(
        deliveries.map(({ id, owed }) =>
          payBack({ ...shop.origin(), delivery: { context: "payment", eventId: id } }, owed),
        ),
      );
    },
    /** Posts a delivery's bytes to the function as API Gateway does, with these headers and no others; answers the status. */
    async post(body: string, headers: Readonly<Record<string, string>>): Promise<number> {
      const event = httpApiEvent(
        {
          method: "POST",
          path: "/stripe/events",
          query: "",
          rawHeaders: Object.entries(headers).flat(),
          body: Buffer.from(body),
          sourceIp: "192.0.2.1",
        },
        { routeKey: "POST /stripe/events", pathParameters: {} },
        { apiId: "till", requestId: crypto.randomUUID(), now: Date.parse(shop.clock()) },
      );
      return Number((await api(event, lambdaContext())).statusCode);
    },
    /** Moves both clocks on. */
    async pass(seconds: number): Promise<void> {
      shop.pass(seconds);
      await stripe.pass(seconds);
    },
  };
}
