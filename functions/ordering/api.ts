import * as z from "zod";
import { SellerVariable } from "#kernel/seller";
import { mailStatuses } from "#notifications/store/mail-statuses";
import { cancelGoodsUseCase } from "#ordering/app/cancel-goods";
import { cancelPlacesUseCase } from "#ordering/app/cancel-places";
import { getOrderUseCase } from "#ordering/app/get-order";
import { getOrderDetailsUseCase } from "#ordering/app/get-order-details";
import { getPackingListUseCase, listOrdersUseCase } from "#ordering/app/list-orders";
import { listOrdersToInvoiceUseCase } from "#ordering/app/list-orders-to-invoice";
import { makeQuoteUseCase } from "#ordering/app/quote";
import { requestConfirmationUseCase } from "#ordering/app/request-confirmation";
import { sendShipmentUseCase } from "#ordering/app/send-shipment";
import { routes } from "#ordering/http/routes";
import { orderLists } from "#ordering/store/orders";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { wrongKeys } from "#platform/dynamo/wrong-keys";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { wireOrdering, wirePlaceOrder } from "./wire.ts";

const env = environment(
  {
    TABLE_NAME: z.string(),
    OIDC_ISSUER: z.url(),
    OIDC_AUDIENCE: z.string(),
    MUNICIPALITY_DOMAIN: z.string(),
    SELLER: SellerVariable,
    STRIPE_ENDPOINT: z.url().optional(),
  },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const wired = wireOrdering(table);
const lists = orderLists(table);
const getOrder = getOrderUseCase(wired.orders, mailStatuses(table));

const app = {
  makeQuote: makeQuoteUseCase(wired),
  placeOrder: wirePlaceOrder(table, { municipalityDomain: env.MUNICIPALITY_DOMAIN, seller: env.SELLER }),
  getOrder,
  getOrderDetails: getOrderDetailsUseCase({ ...wired, getOrder }),
  cancelPlaces: cancelPlacesUseCase(wired),
  cancelGoods: cancelGoodsUseCase(wired),
  listOrders: listOrdersUseCase(lists),
  getPackingList: getPackingListUseCase(lists),
  listOrdersToInvoice: listOrdersToInvoiceUseCase(wired.invoiceBases),
  sendShipment: sendShipmentUseCase(wired),
  requestConfirmation: requestConfirmationUseCase(wired),
  seller: env.SELLER,
};

export const handler = httpHandler(
  routes,
  app,
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
  { stripeEndpoint: env.STRIPE_ENDPOINT, wrongKeys: wrongKeys(table) },
);
