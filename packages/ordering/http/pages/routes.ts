import * as z from "zod";
import { refusal } from "#kernel/domain-error";
import { OrderNumber, PlaceId } from "#kernel/ids";
import type { Seller } from "#kernel/seller";
import { answerForm, formAnswers } from "#platform/http/form-answer";
import { noBody, none, page, reply, routeOf } from "#platform/http/route";
import type { CancelPlaces } from "../../app/cancel-places.ts";
import type { GetOrderDetails, OrderDetails, PlaceDetails } from "../../app/get-order-details.ts";
import { orderAddress } from "./addresses.ts";
import { cancelPage } from "./cancel-page.ts";
import { orderPage } from "./order-page.ts";

export interface OrderPagesApp {
  readonly getOrderDetails: GetOrderDetails;
  readonly cancelPlaces: CancelPlaces;
  readonly seller: Seller;
}

const route = routeOf<OrderPagesApp>();

const placeParams = z.strictObject({ orderNumber: OrderNumber, placeId: PlaceId });

/** The pages behind the links in an order's mails. */
export const orderPages = [
  route({
    name: "order-page",
    method: "GET",
    path: "/orders/{orderNumber}/page",
    access: "key",
    summary: "The order's page: how it stands, pay, places, receipt",
    params: z.strictObject({ orderNumber: OrderNumber }),
    query: z.strictObject({ from: z.literal("payment").optional() }),
    body: noBody,
    answers: { 200: page("The order's page") },
    errors: ["not-found"],
    handle: async ({ getOrderDetails, seller }, { params, query, caller, lang, origin }) => {
      const details = await getOrderDetails(params.orderNumber, caller);
      const locale = lang ?? details.order.locale;
      return reply(200, orderPage(details, { locale, seller, origin, fromPayment: query.from === "payment" }));
    },
  }),
  route({
    name: "cancel-place-page",
    method: "GET",
    path: "/orders/{orderNumber}/page/places/{placeId}/cancellation",
    access: "key",
    summary: "Asks whether to cancel a place, and tells what is paid back",
    params: placeParams,
    query: none,
    body: noBody,
    answers: { 200: page("The question") },
    errors: ["not-found"],
    handle: async ({ getOrderDetails }, { params, caller, lang, origin }) => {
      const details = await getOrderDetails(params.orderNumber, caller);
      const { order } = details;
      return reply(
        200,
        cancelPage(order, placeOf(details, params.placeId), { locale: lang ?? order.locale, origin, errors: [] }),
      );
    },
  }),
  route({
    name: "cancel-place-from-page",
    method: "POST",
    path: "/orders/{orderNumber}/page/places/{placeId}/cancellation",
    access: "key",
    summary: "Cancels a place: its money goes back, the rest of the order stands",
    accepts: "form",
    params: placeParams,
    query: none,
    body: z.strictObject({}),
    answers: formAnswers,
    errors: ["not-found"],
    handle: async ({ getOrderDetails, cancelPlaces }, { params: { orderNumber, placeId }, caller, lang, origin }) => {
      const details = await getOrderDetails(orderNumber, caller);
      const { order } = details;
      const locale = lang ?? order.locale;
      return answerForm({
        locale,
        read: { value: { placeIds: [placeId] } },
        act: async (command) => {
          await cancelPlaces(origin, orderNumber, command, caller);
          return orderAddress(order, "", locale);
        },
        again: (errors) => cancelPage(order, placeOf(details, placeId), { locale, origin, errors }),
      });
    },
  }),
];

/** @throws DomainError `not-found` */
function placeOf({ places }: OrderDetails, placeId: PlaceId): PlaceDetails {
  const found = places.find(({ place }) => place.placeId === placeId);
  if (!found) throw refusal("not-found", {});
  return found;
}
