import * as z from "zod";
import { adjustStockUseCase } from "#catalogue/app/adjust-stock";
import { changeOfferingUseCase } from "#catalogue/app/change-offering";
import { changeProductUseCase } from "#catalogue/app/change-product";
import { createOfferingUseCase } from "#catalogue/app/create-offering";
import { createProductUseCase } from "#catalogue/app/create-product";
import { readOfferingsUseCase } from "#catalogue/app/read-offerings";
import { readProductsUseCase } from "#catalogue/app/read-products";
import { routes } from "#catalogue/http/routes";
import { offerings } from "#catalogue/store/offerings";
import { products } from "#catalogue/store/products";
import { systemClock } from "#kernel/clock";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { systemRandom } from "#platform/random";
import { capacityReads } from "#registration/store/capacity";
import { wireOfferingEdits } from "./wire.ts";

const env = environment({ TABLE_NAME: z.string(), OIDC_ISSUER: z.url(), OIDC_AUDIENCE: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const ports = {
  clock: systemClock,
  unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
  products: products(table),
  offerings: offerings(table),
  capacity: capacityReads(table),
  edits: wireOfferingEdits(table),
};

export const handler = httpHandler(
  routes,
  {
    readProducts: readProductsUseCase(ports.products),
    createProduct: createProductUseCase(ports),
    changeProduct: changeProductUseCase(ports),
    adjustStock: adjustStockUseCase(ports),
    readOfferings: readOfferingsUseCase(ports),
    createOffering: createOfferingUseCase(ports),
    changeOffering: changeOfferingUseCase(ports),
  },
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
);
