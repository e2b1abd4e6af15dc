import * as z from "zod";
import type { Caller, PersonId } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { AgreementId } from "#kernel/ids";
import { pageOf, paging } from "#platform/http/paging";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import { AgreementChangedAnswer, type ChangeAgreement } from "../app/change-agreement.ts";
import { AgreementMadeAnswer, type MakeAgreement, MakeAgreementCommand } from "../app/make-agreement.ts";
import type { ReadAgreements } from "../app/read-agreements.ts";
import { ChangedTerms } from "../domain/agreement.ts";
import { Day } from "../domain/period.ts";
import { LedgerLine } from "../domain/seat.ts";
import { ListedAgreementView, listedAgreementView } from "./agreement-views.ts";

export interface AgreementAdministrationApp {
  readonly makeAgreement: MakeAgreement;
  readonly changeAgreement: ChangeAgreement;
  readonly readAgreements: ReadAgreements;
}

const route = routeOf<AgreementAdministrationApp>();

const params = z.strictObject({ agreementId: AgreementId });
/** The version of the agreement that was seen. */
const version = z.int().min(1);

/** What administrators do to agreements. */
export const agreementAdministration = [
  route({
    name: "make-agreement",
    method: "POST",
    path: "/agreements",
    access: ["administrator"],
    summary: "Make a long-term agreement, of an enquiry or of nothing; its contacts get a mail",
    params: none,
    query: none,
    body: MakeAgreementCommand,
    answers: { 201: json("The agreement, and the order of materials if there is one", AgreementMadeAnswer) },
    errors: [
      "agreement-without-days",
      "agreement-too-long",
      "promised-years-differ",
      "not-found",
      "enquiry-is-answered",
      "product-not-for-sale",
      "not-part-of-a-set",
      "out-of-stock",
      "too-much-for-one-order",
      "busy-try-again",
    ],
    handle: async ({ makeAgreement }, { body, origin, caller }) =>
      reply(201, await makeAgreement(origin, body, personOf(caller))),
  }),
  route({
    name: "list-agreements",
    method: "GET",
    path: "/admin/agreements",
    access: ["administrator"],
    summary: "Agreements by their last day; `warning`: ends within six months and has seats that nobody uses",
    params: none,
    query: paging,
    body: noBody,
    answers: { 200: json("A page of agreements", pageOf(ListedAgreementView)) },
    errors: [],
    handle: async ({ readAgreements }, { query }) => {
      const { items, cursor } = await readAgreements.list(query);
      return reply(200, { items: items.map(listedAgreementView), cursor });
    },
  }),
  route({
    name: "change-agreement",
    method: "PUT",
    path: "/agreements/{agreementId}",
    access: ["administrator"],
    summary: "Other terms: extend or shorten it, more seats or fewer, other contacts and prices",
    params,
    query: none,
    body: ChangedTerms.extend({ version }),
    answers: { 200: json("Changed", AgreementChangedAnswer) },
    errors: [
      "not-found",
      "changed-meanwhile",
      "agreement-without-days",
      "agreement-too-long",
      "promised-years-differ",
      "seats-would-break-agreement",
      "busy-try-again",
    ],
    handle: async ({ changeAgreement }, { params: { agreementId }, body: { version: seen, ...terms }, origin }) =>
      reply(200, await changeAgreement.edit(origin, { agreementId, version: seen }, terms)),
  }),
  route({
    name: "end-agreement",
    method: "POST",
    path: "/agreements/{agreementId}/ending",
    access: ["administrator"],
    summary: "End an agreement early, or extend it: another last day, all else as it was",
    params,
    query: none,
    body: z.strictObject({ lastDay: Day, version }),
    answers: { 200: json("Changed", AgreementChangedAnswer) },
    errors: [
      "not-found",
      "changed-meanwhile",
      "agreement-without-days",
      "agreement-too-long",
      "seats-would-break-agreement",
      "busy-try-again",
    ],
    handle: async ({ changeAgreement }, { params: { agreementId }, body, origin }) =>
      reply(200, await changeAgreement.end(origin, { agreementId, version: body.version }, body.lastDay)),
  }),
  route({
    name: "read-seat-ledger",
    method: "GET",
    path: "/agreements/{agreementId}/ledger",
    access: ["administrator"],
    summary: "Every seat taken, given back, moved, and its participant replaced: by whom and when, the newest first",
    params,
    query: paging,
    body: noBody,
    answers: { 200: json("A page of the ledger", pageOf(LedgerLine)) },
    errors: ["not-found"],
    handle: async ({ readAgreements }, { params: { agreementId }, query }) => {
      const { items, cursor } = await readAgreements.ledger(agreementId, query);
      return reply(200, { items: [...items], cursor });
    },
  }),
];

/** Who is logged in: these routes let nobody else in. @throws DomainError `unauthenticated` */
function personOf(caller: Caller): PersonId {
  if (caller.kind === "guest") throw refusal("unauthenticated", {});
  return caller.personId;
}
