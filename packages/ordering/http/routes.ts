import * as z from "zod";
import { OrderNumber } from "#kernel/ids";
import { json, noBody, none, type Route, reply, routeOf } from "#platform/http/route";
import type { GetOrder } from "../app/get-order.ts";
import { OrderPlacedAnswer, type PlaceOrder, PlaceOrderCommand } from "../app/place-order.ts";
import { OrderView } from "./order-view.ts";
import { type OrderPagesApp, orderPages } from "./pages/routes.ts";

export interface OrderingApp extends OrderPagesApp {
  readonly placeOrder: PlaceOrder;
  readonly getOrder: GetOrder;
}

const route = routeOf<OrderingApp>();

export const routes: readonly Route<OrderingApp>[] = [
  route({
    name: "place-order",
    method: "POST",
    path: "/orders",
    access: "public",
    summary: "Order goods and places: takes them at once, and holds them until a card order is paid",
    params: none,
    query: none,
    body: PlaceOrderCommand,
    answers: { 201: json("The order, with the key that opens it", OrderPlacedAnswer) },
    errors: [
      "product-not-for-sale",
      "out-of-stock",
      "offering-not-open",
      "ticket-type-unknown",
      "offering-full",
      "offer-unknown",
      "offer-ended",
      "choice-of-goods-missing",
      "choice-of-goods-unknown",
      "answer-missing",
      "answer-unknown",
      "health-consent-missing",
      "participant-missing",
      "employee-address-missing",
      "employee-has-ticket",
      "certificate-missing",
      "allotment-key-unknown",
      "freight-by-agreement",
      "delivery-address-missing",
      "price-changed",
      "organisation-missing",
      "invoice-reference-missing",
      "mail-proof-missing",
      "too-much-for-one-order",
      "busy-try-again",
    ],
    handle: async (app, { body, origin, locale, caller }) =>
      reply(201, await app.placeOrder(origin, body, locale, caller)),
  }),
  route({
    name: "get-order",
    method: "GET",
    path: "/orders/{orderNumber}",
    access: "key",
    summary: "An order, to its buyer and administrators",
    params: z.strictObject({ orderNumber: OrderNumber }),
    query: none,
    body: noBody,
    answers: { 200: json("The order", OrderView) },
    errors: ["not-found"],
    handle: async (app, { params, caller }) => reply(200, await app.getOrder(params.orderNumber, caller)),
  }),
  ...orderPages,
];
