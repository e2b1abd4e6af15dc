import * as z from "zod";
import { SellerVariable } from "#kernel/seller";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { wrongKeys } from "#platform/dynamo/wrong-keys";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { routes } from "#registration/http/routes";
import { wireApi } from "./wire-api.ts";

const env = environment(
  {
    TABLE_NAME: z.string(),
    MUNICIPALITY_DOMAIN: z.string(),
    OIDC_ISSUER: z.url(),
    OIDC_AUDIENCE: z.string(),
    SELLER: SellerVariable,
  },
  process.env,
);
const table = openTable(env.TABLE_NAME);

export const handler = httpHandler(
  routes,
  wireApi(table, { municipalityDomain: env.MUNICIPALITY_DOMAIN, seller: env.SELLER }),
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
  { wrongKeys: wrongKeys(table) },
);
