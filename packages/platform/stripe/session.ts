import * as z from "zod";
import { Money, ZERO } from "#kernel/money";

/** A Checkout Session as Stripe sends it. Parsed always: a 404 or 503 without `error` resolves as if it were one. */
const StripeSession = z.object({
  object: z.literal("checkout.session"),
  id: z.string(),
  url: z.string().nullable(),
  status: z.enum(["open", "complete", "expired"]),
  payment_status: z.enum(["paid", "unpaid", "no_payment_required"]),
  /** None for a session that isn't a sale: another's, such as one that keeps a card for later. */
  amount_total: Money.nullable(),
  currency: z.string().nullable(),
  payment_intent: z.union([z.string(), z.object({ id: z.string(), status: z.string() }), z.null()]),
  client_reference_id: z.string().nullable(),
});

/** What a PaymentIntent is after its payment failed (https://docs.stripe.com/payments/paymentintents/lifecycle). */
const FAILED: ReadonlySet<string> = new Set(["requires_payment_method", "canceled"]);

/** A session with our names; `orderNumber` is what we put into `client_reference_id`, if it is ours. */
export function sessionOf(answer: unknown) {
  const session = StripeSession.parse(answer);
  const intent = session.payment_intent;
  return {
    sessionId: session.id,
    url: session.url,
    status: session.status,
    paymentStatus: session.payment_status,
    amount: session.amount_total ?? ZERO,
    currency: session.currency ?? "",
    // A bank's late no leaves the session complete and unpaid: only its PaymentIntent tells.
    paymentFailed: session.status === "complete" && typeof intent === "object" && FAILED.has(intent?.status ?? ""),
    paymentIntentId: typeof intent === "string" ? intent : intent?.id,
    orderNumber: session.client_reference_id ?? undefined,
  };
}
