import * as z from "zod";
import { OrderNumber } from "#kernel/ids";
import type { Seller } from "#kernel/seller";
import { noBody, page, reply, routeOf } from "#platform/http/route";
import type { GetOrderDetails } from "../../app/get-order-details.ts";
import { orderPage } from "./order-page.ts";

export interface OrderPagesApp {
  readonly getOrderDetails: GetOrderDetails;
  readonly seller: Seller;
}

const route = routeOf<OrderPagesApp>();

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
];
