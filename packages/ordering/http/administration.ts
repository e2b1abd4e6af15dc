import * as z from "zod";
import { OrderNumber } from "#kernel/ids";
import { empty, json, noBody, none, reply, routeOf } from "#platform/http/route";
import { type CancelGoods, CancelGoodsCommand } from "../app/cancel-goods.ts";
import { PlacesCancelledAnswer } from "../app/cancel-places.ts";
import { type GetPackingList, type ListOrders, ListOrdersQuery, OrdersPage, PackingList } from "../app/list-orders.ts";
import { type ListOrdersToInvoice, OrdersToInvoice } from "../app/list-orders-to-invoice.ts";
import type { RequestConfirmation } from "../app/request-confirmation.ts";
import { type SendShipment, SendShipmentCommand, ShipmentSentAnswer } from "../app/send-shipment.ts";

export interface OrderAdministrationApp {
  readonly listOrders: ListOrders;
  readonly getPackingList: GetPackingList;
  readonly listOrdersToInvoice: ListOrdersToInvoice;
  readonly sendShipment: SendShipment;
  readonly cancelGoods: CancelGoods;
  readonly requestConfirmation: RequestConfirmation;
}

const route = routeOf<OrderAdministrationApp>();
const ofOrder = z.strictObject({ orderNumber: OrderNumber });
const paged = z.strictObject({ cursor: z.string().max(2000).optional() });

/** What administrators do with orders. */
export const orderAdministration = [
  route({
    name: "list-orders",
    method: "GET",
    path: "/orders",
    access: ["administrator"],
    summary: "A month's orders, the newest first",
    params: none,
    query: ListOrdersQuery,
    body: noBody,
    answers: { 200: json("A page of orders", OrdersPage) },
    errors: ["invalid-request"],
    handle: async (app, { query }) => {
      const { items, ...page } = await app.listOrders(query);
      return reply(200, { ...page, items: [...items] });
    },
  }),
  route({
    name: "get-packing-list",
    method: "GET",
    path: "/packing-list",
    access: ["administrator"],
    summary: "The goods to be sent, by order, the longest waiting first",
    params: none,
    query: paged,
    body: noBody,
    answers: { 200: json("A page of the packing list", PackingList) },
    errors: ["invalid-request"],
    handle: async (app, { query }) => reply(200, await app.getPackingList(query.cursor)),
  }),
  route({
    name: "send-shipment",
    method: "POST",
    path: "/orders/{orderNumber}/shipments",
    access: ["administrator"],
    summary: "Record that goods of an order are sent, all or a part, and tell the buyer",
    params: ofOrder,
    query: none,
    body: SendShipmentCommand,
    answers: { 201: json("The shipment, and what is left to send", ShipmentSentAnswer) },
    errors: [
      "not-found",
      "order-not-confirmed",
      "goods-not-in-order",
      "more-than-ordered",
      "out-of-stock",
      "busy-try-again",
    ],
    handle: async (app, { params, body, origin }) =>
      reply(201, await app.sendShipment(origin, params.orderNumber, body)),
  }),
  route({
    name: "cancel-goods",
    method: "POST",
    path: "/orders/{orderNumber}/goods-cancellations",
    access: ["administrator"],
    summary: "Cancel goods that have not been sent: back in stock, their money owed back",
    params: ofOrder,
    query: none,
    body: CancelGoodsCommand,
    answers: { 200: json("What is left of the order", PlacesCancelledAnswer) },
    errors: ["not-found", "order-not-confirmed", "goods-not-in-order", "goods-already-shipped", "busy-try-again"],
    handle: async (app, { params, body, origin }) =>
      reply(200, await app.cancelGoods(origin, params.orderNumber, body)),
  }),
  route({
    name: "request-confirmation",
    method: "POST",
    path: "/orders/{orderNumber}/confirmation-mails",
    access: ["administrator"],
    summary: "Send an order's confirmation once more",
    params: ofOrder,
    query: none,
    body: noBody,
    answers: { 204: empty("It will be sent") },
    errors: ["not-found", "order-not-confirmed"],
    handle: async (app, { params, origin }) => {
      await app.requestConfirmation(origin, params.orderNumber);
      return reply(204);
    },
  }),
  route({
    name: "list-orders-to-invoice",
    method: "GET",
    path: "/orders-to-invoice",
    access: ["administrator"],
    summary: "What is to be invoiced, with every field an EHF invoice needs, the oldest first",
    params: none,
    query: paged,
    body: noBody,
    answers: { 200: json("A page of orders to invoice", OrdersToInvoice) },
    errors: ["invalid-request"],
    handle: async (app, { query }) => {
      const { items, ...page } = await app.listOrdersToInvoice(query.cursor);
      return reply(200, { ...page, items: [...items] });
    },
  }),
];
