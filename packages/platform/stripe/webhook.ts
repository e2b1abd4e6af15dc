import type Stripe from "stripe";
import * as z from "zod";
import type { Clock } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";

const StripeEvent = z.object({ id: z.string(), type: z.string(), data: z.object({ object: z.unknown() }) });

/** A signed event of Stripe's: its id, its type, and the object it is about. */
interface WebhookEvent {
  readonly id: string;
  readonly type: string;
  readonly object: unknown;
}

export type VerifyWebhook = (rawBody: string, signature: string | undefined) => Promise<WebhookEvent>;

/** Stripe's default; 0 would switch the check of a signature's age off. */
const TOLERANCE_SECONDS = 300;

/**
 * Checks a webhook's signature over its raw bytes, and that it is at most 5 minutes old.
 *
 * @throws DomainError `webhook-signature-invalid`
 */
export function webhookVerifier(stripe: Stripe, secret: string, clock: Clock): VerifyWebhook {
  return async (rawBody, signature) => {
    const event = await stripe.webhooks
      .constructEventAsync(rawBody, signature ?? "", secret, TOLERANCE_SECONDS, undefined, Date.parse(clock()))
      .catch(() => {
        throw refusal("webhook-signature-invalid", {});
      });
    const { id, type, data } = StripeEvent.parse(event);
    return { id, type, object: data.object };
  };
}
