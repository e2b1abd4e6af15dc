import * as z from "zod";
import { forSale } from "#catalogue/store/for-sale";
import { stockParts } from "#catalogue/store/stock-parts";
import { systemClock } from "#kernel/clock";
import { SellerVariable } from "#kernel/seller";
import { mailStatuses } from "#notifications/store/mail-statuses";
import { getOrderUseCase } from "#ordering/app/get-order";
import { getOrderDetailsUseCase } from "#ordering/app/get-order-details";
import { placeOrderUseCase } from "#ordering/app/place-order";
import { routes } from "#ordering/http/routes";
import { orders } from "#ordering/store/orders";
import { checkoutParts } from "#payment/store/payments";
import { mailProofParts } from "#people/store/mail-codes";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { systemRandom } from "#platform/random";
import { placeReads } from "#registration/store/place-parts";
import { wireTakePlaces } from "../registration/wire.ts";

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
const getOrder = getOrderUseCase(orders(table), mailStatuses(table));

const placeOrder = placeOrderUseCase({
  unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
  forSale: forSale(table),
  orders: orders(table),
  takePlaces: wireTakePlaces(table, env.MUNICIPALITY_DOMAIN),
  stock: stockParts(),
  checkout: checkoutParts(),
  mailProofs: mailProofParts(),
});

const getOrderDetails = getOrderDetailsUseCase({
  getOrder,
  placeReads: placeReads(table),
  forSale: forSale(table),
  clock: systemClock,
});

export const handler = httpHandler(
  routes,
  { placeOrder, getOrder, getOrderDetails, seller: env.SELLER },
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
  { stripeEndpoint: env.STRIPE_ENDPOINT },
);
