import Stripe from "stripe";
import * as z from "zod";
import { refusal } from "#kernel/domain-error";
import type { Locale } from "#kernel/locale";
import type { Money } from "#kernel/money";
import { sessionOf } from "./session.ts";

interface NewSession {
  readonly orderNumber: string;
  readonly idempotencyKey: string;
  readonly expiresAt: string;
  readonly email: string;
  readonly locale: Locale;
  readonly lines: readonly { readonly title: string; readonly quantity: number; readonly unitPrice: Money }[];
  readonly paidUrl: string;
  readonly returnUrl: string;
}

/** Checkout Sessions: amounts in øre, VAT included; VAT stays on our own lines. Each throws `card-payment-unavailable`. */
export function stripeCheckout(stripe: Stripe) {
  const retrieve = (sessionId: string) =>
    answered(() => stripe.checkout.sessions.retrieve(sessionId, { expand: ["payment_intent"] }));
  return {
    async create(session: NewSession) {
      const { sessionId, url } = await answered(() =>
        stripe.checkout.sessions.create(parameters(session), { idempotencyKey: session.idempotencyKey }),
      );
      if (!url) throw new Error(`Stripe gave session ${sessionId} no address`);
      return { sessionId, url };
    },
    retrieve,
    async expire(sessionId: string) {
      try {
        return await answered(() => stripe.checkout.sessions.expire(sessionId));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError) return retrieve(sessionId); // it isn't open any more
        throw error;
      }
    },
  };
}

const { StripeAPIError, StripeConnectionError, StripeRateLimitError } = Stripe.errors;

/**
 * The session that Stripe answers with.
 *
 * @throws DomainError `card-payment-unavailable` when Stripe doesn't answer, or with something else: asked again, it will
 */
async function answered(ask: () => Promise<unknown>) {
  try {
    return sessionOf(await ask());
  } catch (error) {
    const isStripes = [StripeAPIError, StripeConnectionError, StripeRateLimitError, z.ZodError].some(
      (kind) => error instanceof kind,
    );
    throw isStripes ? refusal("card-payment-unavailable", {}, { cause: error }) : error;
  }
}

function parameters(session: NewSession): Stripe.Checkout.SessionCreateParams {
  const metadata = { orderNumber: session.orderNumber };
  return {
    mode: "payment",
    ui_mode: "hosted_page",
    locale: session.locale === "en" ? "en" : "nb",
    client_reference_id: session.orderNumber,
    customer_email: session.email,
    metadata,
    payment_intent_data: { metadata },
    expires_at: Math.floor(Date.parse(session.expiresAt) / 1000),
    success_url: session.paidUrl,
    cancel_url: session.returnUrl,
    line_items: session.lines.map(({ title, quantity, unitPrice }) => ({
      quantity,
      price_data: { currency: "nok", unit_amount: unitPrice, tax_behavior: "inclusive", product_data: { name: title } },
    })),
  };
}
