import * as z from "zod";
import { OrderNumber } from "#kernel/ids";
import { json, noBody, none, type Route, reply, routeOf } from "#platform/http/route";
import { type CancelPlaces, CancelPlacesCommand, PlacesCancelledAnswer } from "../app/cancel-places.ts";
import type { GetOrder } from "../app/get-order.ts";
import { OrderPlacedAnswer, type PlaceOrder, PlaceOrderCommand } from "../app/place-order.ts";
import { type MakeQuote, Quote, QuoteCommand } from "../app/quote.ts";
import { type OrderAdministrationApp, orderAdministration } from "./administration.ts";
import { OrderView, orderView } from "./order-view.ts";
import { type OrderPagesApp, orderPages } from "./pages/routes.ts";

export interface OrderingApp extends OrderPagesApp, OrderAdministrationApp {
  readonly makeQuote: MakeQuote;
  readonly cancelPlaces: CancelPlaces;
  readonly placeOrder: PlaceOrder;
  readonly getOrder: GetOrder;
}

const route = routeOf<OrderingApp>();

export const routes: readonly Route<OrderingApp>[] = [
  route({
    name: "make-quote",
    method: "POST",
    path: "/quotes",
    access: "public",
    summary: "What a basket costs now: lines, freight, VAT by category and total; holds nothing",
    params: none,
    query: none,
    body: QuoteCommand,
    answers: { 200: json("What it costs", Quote) },
    errors: [
      "product-not-for-sale",
      "offering-not-open",
      "ticket-type-unknown",
      "freight-by-agreement",
      "too-much-for-one-order",
    ],
    handle: async (app, { body }) => reply(200, await app.makeQuote(body)),
  }),
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
      "participant-address-missing",
      "participant-has-place",
      "trainer-seat-missing",
      "organisers-list-only",
      "certificate-missing",
      "allotment-key-unknown",
      "freight-by-agreement",
      "delivery-address-missing",
      "price-changed",
      "card-total-too-small",
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
    handle: async (app, { params, caller }) => reply(200, orderView(await app.getOrder(params.orderNumber, caller))),
  }),
  route({
    name: "cancel-places",
    method: "POST",
    path: "/orders/{orderNumber}/cancellations",
    access: "key",
    summary: "Cancel some places of an order: their money goes back, the others stay",
    params: z.strictObject({ orderNumber: OrderNumber }),
    query: none,
    body: CancelPlacesCommand,
    answers: { 200: json("What is left of the order, and what goes back", PlacesCancelledAnswer) },
    errors: [
      "not-found",
      "order-not-confirmed",
      "place-not-in-order",
      "place-already-cancelled",
      "cancellation-deadline-passed",
      "busy-try-again",
    ],
    handle: async (app, { params, body, origin, caller }) =>
      reply(200, await app.cancelPlaces(origin, params.orderNumber, body, caller)),
  }),
  ...orderAdministration,
  ...orderPages,
];
