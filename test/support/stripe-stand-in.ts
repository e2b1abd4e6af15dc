import { createServer, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import Stripe from "stripe";
import { type StripeStandInOptions, startStripeStandIn } from "#local/stripe/server";

const secretKey = "sk_test_component";
export const webhookSecret = "whsec_component";

/** Epoch seconds that the stand-in's clock starts at. */
export const startOfClock = Date.UTC(2026, 10, 1, 12) / 1000;

export type Delivery = { body: string; headers: IncomingHttpHeaders; event: Stripe.Event };

/** A stand-in with a clock of its own, the real SDK pointed at it, and an endpoint that records what it is sent. */
export async function openStripe(options: Partial<StripeStandInOptions> = {}) {
  const received: Delivery[] = [];
  const clock = { now: startOfClock * 1000 };
  /** What the endpoint answers deliveries with. */
  const answers = { status: 200 };
  const endpoint = createServer(async (request, response) => {
    const body = await text(request);
    received.push({ body, headers: request.headers, event: JSON.parse(body) });
    response.writeHead(answers.status).end();
  });
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  endpoint.listen(0, "127.0.0.1", resolve);
  await listening;
  const webhookUrl = `http://127.0.0.1:${portOf(endpoint.address())}/webhook`;
  const standIn = await startStripeStandIn({ now: () => clock.now, webhookUrl, webhookSecret, secretKey, ...options });
  const sdk = (key = secretKey, config: { maxNetworkRetries?: number; timeout?: number } = {}) =>
    new Stripe(key, {
      host: "127.0.0.1",
      port: new URL(standIn.url).port,
      protocol: "http",
      telemetry: false,
      maxNetworkRetries: 0,
      ...config,
    });
  return {
    ...standIn,
    sdk,
    stripe: sdk(),
    clock,
    answers,
    received,
    types: () => received.map(({ event }) => event.type),
    /** Moves the clock on, and waits for what that sets going. */
    async pass(seconds: number): Promise<void> {
      clock.now += seconds * 1000;
      await standIn.control.idle();
    },
    /** Creates a session of one line. */
    session: (overrides: Partial<Stripe.Checkout.SessionCreateParams> = {}, options: Stripe.RequestOptions = {}) =>
      sdk().checkout.sessions.create({ ...sessionParams, ...overrides }, options),
    async close(): Promise<void> {
      await standIn.stop();
      endpoint.close();
      endpoint.closeAllConnections();
    },
  };
}

export const sessionParams: Stripe.Checkout.SessionCreateParams = {
  mode: "payment",
  ui_mode: "hosted_page",
  locale: "nb",
  client_reference_id: "ord_1",
  customer_email: "kari@example.no",
  metadata: { order: "ord_1" },
  payment_intent_data: { metadata: { order: "ord_1" } },
  line_items: [
    {
      quantity: 2,
      price_data: {
        currency: "nok",
        unit_amount: 47_500,
        tax_behavior: "inclusive",
        product_data: { name: "Lærebok" },
      },
    },
  ],
  success_url: "https://smart.example.no/takk?session={CHECKOUT_SESSION_ID}",
  cancel_url: "https://smart.example.no/avbrutt",
};

function portOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): number {
  if (address === null || typeof address === "string") throw new Error("The endpoint listens on no port.");
  return address.port;
}
