import * as z from "zod";
import { OrderNumber } from "#kernel/ids";
import { empty, json, noBody, none, type Route, reply, routeOf } from "#platform/http/route";
import { HoldExtended } from "../app/extend-hold.ts";
import type { HandleStripeEvent } from "../app/handle-stripe-event.ts";
import { CheckoutStarted } from "../app/start-checkout.ts";
import { type PaymentPagesApp, paymentPages } from "./pages/routes.ts";

export interface PaymentApp extends PaymentPagesApp {
  readonly handleStripeEvent: HandleStripeEvent;
}

const route = routeOf<PaymentApp>();

export const routes: readonly Route<PaymentApp>[] = [
  route({
    name: "start-checkout",
    method: "POST",
    path: "/orders/{orderNumber}/checkout",
    access: "key",
    summary: "Start paying by card: answers where to send the buyer",
    params: z.strictObject({ orderNumber: OrderNumber }),
    query: none,
    body: noBody,
    answers: { 200: json("Stripe's page for this order", CheckoutStarted) },
    errors: [
      "not-found",
      "order-not-awaiting-payment",
      "hold-ended",
      "payment-processing",
      "checkout-ended",
      "card-payment-unavailable",
      "busy-try-again",
    ],
    handle: async (app, { params, caller, origin }) =>
      reply(200, await app.startCheckout(origin, params.orderNumber, caller)),
  }),
  route({
    name: "extend-hold",
    method: "POST",
    path: "/orders/{orderNumber}/hold-extension",
    access: "key",
    summary: "Get 30 minutes more to pay, once",
    params: z.strictObject({ orderNumber: OrderNumber }),
    query: none,
    body: noBody,
    answers: { 200: json("Until when the order is held now, or that it was paid meanwhile", HoldExtended) },
    errors: [
      "not-found",
      "order-not-awaiting-payment",
      "hold-ended",
      "hold-already-extended",
      "payment-processing",
      "card-payment-unavailable",
      "busy-try-again",
    ],
    handle: async (app, { params, caller, origin }) =>
      reply(200, await app.extendHold(origin, params.orderNumber, caller)),
  }),
  route({
    name: "handle-stripe-event",
    method: "POST",
    path: "/stripe/events",
    access: "public",
    summary: "Stripe's webhook: signed, delivered any number of times, in any order",
    accepts: "raw",
    params: none,
    query: none,
    body: noBody,
    answers: { 204: empty("Taken") },
    errors: ["webhook-signature-invalid"],
    handle: async (app, { rawBody, headers, origin }) => {
      await app.handleStripeEvent(origin, rawBody, headers["stripe-signature"]);
      return reply(204);
    },
  }),
  ...paymentPages,
];
