import * as z from "zod";
import { routes } from "#agreements/http/routes";
import { SellerVariable } from "#kernel/seller";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { wrongKeys } from "#platform/dynamo/wrong-keys";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { wireAgreementApp } from "./wire-api.ts";
import { wireWorkplaceCourses } from "./wire-workplace-courses.ts";

const env = environment(
  {
    TABLE_NAME: z.string(),
    OIDC_ISSUER: z.url(),
    OIDC_AUDIENCE: z.string(),
    MUNICIPALITY_DOMAIN: z.string(),
    SELLER: SellerVariable,
  },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const from = { municipalityDomain: env.MUNICIPALITY_DOMAIN, seller: env.SELLER };

export const handler = httpHandler(
  routes,
  { ...wireAgreementApp(table, from), ...wireWorkplaceCourses(table, from) },
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
  { wrongKeys: wrongKeys(table) },
);
