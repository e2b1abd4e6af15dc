import * as z from "zod";
import type { Caller, PersonId } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { pageOf, paging } from "#platform/http/paging";
import { json, noBody, none, type Route, reply, routeOf } from "#platform/http/route";
import { type AskReconciliation, ReconciliationAsked } from "../app/ask-reconciliation.ts";
import type { ReadReconciliations } from "../app/read-reconciliations.ts";
import { ReconciliationId } from "../domain/reconciliation.ts";
import { ListedReconciliation, listedReconciliation, ReconciliationView, reconciliationView } from "./views.ts";

export interface ReconciliationApp {
  readonly askReconciliation: AskReconciliation;
  readonly readReconciliations: ReadReconciliations;
}

const route = routeOf<ReconciliationApp>();

export const routes: readonly Route<ReconciliationApp>[] = [
  route({
    name: "ask-reconciliation",
    method: "POST",
    path: "/reconciliations",
    access: ["administrator"],
    summary: "Recount everything now, as it is done each night; nothing is changed by it",
    params: none,
    query: none,
    body: noBody,
    answers: { 202: json("It begins within a minute", ReconciliationAsked) },
    errors: ["busy-try-again"],
    handle: async ({ askReconciliation }, { origin, caller }) =>
      reply(202, await askReconciliation(origin, personOf(caller))),
  }),
  route({
    name: "list-reconciliations",
    method: "GET",
    path: "/reconciliations",
    access: ["administrator"],
    summary: "Reconciliations of the last year, the newest first: how many differences each found",
    params: none,
    query: paging,
    body: noBody,
    answers: { 200: json("A page of reconciliations", pageOf(ListedReconciliation)) },
    errors: [],
    handle: async ({ readReconciliations }, { query }) => {
      const { items, cursor } = await readReconciliations.list(query);
      return reply(200, { items: items.map(listedReconciliation), cursor });
    },
  }),
  route({
    name: "get-reconciliation",
    method: "GET",
    path: "/reconciliations/{reconciliationId}",
    access: ["administrator"],
    summary: "A reconciliation's report: each difference with its rows, what was expected, and what mends it",
    params: z.strictObject({ reconciliationId: ReconciliationId }),
    query: none,
    body: noBody,
    answers: { 200: json("The report", ReconciliationView) },
    errors: ["not-found"],
    handle: async ({ readReconciliations }, { params }) =>
      reply(200, reconciliationView(await readReconciliations.get(params.reconciliationId))),
  }),
];

/** Who is logged in: these routes let nobody else in. @throws DomainError `unauthenticated` */
function personOf(caller: Caller): PersonId {
  if (caller.kind === "guest") throw refusal("unauthenticated", {});
  return caller.personId;
}
