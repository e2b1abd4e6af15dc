import * as z from "zod";
import { systemClock } from "#kernel/clock";
import { extendHoldUseCase } from "#payment/app/extend-hold";
import { handleStripeEventUseCase } from "#payment/app/handle-stripe-event";
import { recordDisputeUseCase } from "#payment/app/record-dispute";
import { startCheckoutUseCase } from "#payment/app/start-checkout";
import { routes } from "#payment/http/routes";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { wrongKeys } from "#platform/dynamo/wrong-keys";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { counter } from "#platform/metrics";
import { stripeSecret } from "#platform/secrets";
import { stripeClient } from "#platform/stripe/client";
import { disputeOf, refundedPaymentOf } from "#platform/stripe/refunds";
import { sessionOf } from "#platform/stripe/session";
import { webhookVerifier } from "#platform/stripe/webhook";
import { wirePayment } from "./wire.ts";

const env = environment(
  {
    TABLE_NAME: z.string(),
    OIDC_ISSUER: z.url(),
    OIDC_AUDIENCE: z.string(),
    STRIPE_SECRET_ARN: z.string(),
    STRIPE_ENDPOINT: z.url().optional(),
    PUBLIC_URL: z.url(),
  },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const { secretKey, webhookSecret } = await stripeSecret(env.STRIPE_SECRET_ARN);
const stripe = stripeClient({ secretKey, endpoint: env.STRIPE_ENDPOINT });
const wired = wirePayment(table, stripe);

const app = {
  startCheckout: startCheckoutUseCase({ ...wired, publicUrl: env.PUBLIC_URL }),
  extendHold: extendHoldUseCase(wired),
  handleStripeEvent: handleStripeEventUseCase({
    ...wired,
    stripeEvents: {
      verify: webhookVerifier(stripe, webhookSecret, systemClock),
      session: sessionOf,
      refundedPayment: refundedPaymentOf,
      dispute: disputeOf,
    },
    recordDispute: recordDisputeUseCase(wired),
    countStranger: counter("StrangersStripeEvent"),
  }),
};

export const handler = httpHandler(
  routes,
  app,
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
  { wrongKeys: wrongKeys(table) },
);
