import Stripe from "stripe";

export interface StripeOptions {
  readonly secretKey: string;
  /** The stand-in's address at home; Stripe's own when left out. */
  readonly endpoint?: string | undefined;
}

/**
 * Stripe's client: 8 s a try, and two more tries with the same idempotency key. All three fit into a consumer's 30 s; an API
 * function has 10 s, time for one slow answer or for quick failures tried again.
 */
export function stripeClient({ secretKey, endpoint }: StripeOptions): Stripe {
  const home = endpoint ? new URL(endpoint) : undefined;
  return new Stripe(secretKey, {
    timeout: 8000,
    maxNetworkRetries: 2,
    telemetry: false,
    ...(home && { host: home.hostname, port: home.port, protocol: home.protocol === "http:" ? "http" : "https" }),
  });
}
