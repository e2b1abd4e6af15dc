import * as z from "zod";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { askReconciliationUseCase } from "#reconciliation/app/ask-reconciliation";
import { readReconciliationsUseCase } from "#reconciliation/app/read-reconciliations";
import { routes } from "#reconciliation/http/routes";
import { wireReconciliation } from "./wire.ts";

const env = environment({ TABLE_NAME: z.string(), OIDC_ISSUER: z.url(), OIDC_AUDIENCE: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const wired = wireReconciliation(table);

const app = {
  askReconciliation: askReconciliationUseCase(wired),
  readReconciliations: readReconciliationsUseCase(wired.reconciliations),
};

export const handler = httpHandler(
  routes,
  app,
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
);
