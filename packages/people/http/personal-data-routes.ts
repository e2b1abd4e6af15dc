import * as z from "zod";
import { PersonalDataRequestId } from "#kernel/ids";
import { paging } from "#platform/http/paging";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import { type ConfirmErasure, ErasureConfirmed } from "../app/confirm-erasure.ts";
import type { ReadPersonalData } from "../app/read-personal-data.ts";
import { PersonalDataCommand, PersonalDataRequested, type RequestPersonalData } from "../app/request-personal-data.ts";
import { ErasureView, ExportView, erasureView, exportView } from "./personal-data-view.ts";

export interface PersonalDataApp {
  readonly requestPersonalData: RequestPersonalData;
  readonly confirmErasure: ConfirmErasure;
  readonly readPersonalData: ReadPersonalData;
}

const route = routeOf<PersonalDataApp>();

const params = z.strictObject({ requestId: PersonalDataRequestId });
/** Which part of an export, by the cursor of the one before. */
export const Part = paging.pick({ cursor: true });
const refusals = ["mail-proof-missing", "forbidden", "too-many-personal-data-requests", "busy-try-again"] as const;

export const personalDataRoutes = [
  route({
    name: "request-export",
    method: "POST",
    path: "/personal-data/exports",
    access: "public",
    summary: "Ask to see what is held about you, or as an administrator on somebody's behalf",
    params: none,
    query: none,
    body: PersonalDataCommand,
    answers: { 202: json("It is being gathered; a mail tells when it can be read", PersonalDataRequested) },
    errors: [...refusals],
    handle: async (app, { body, origin, caller, locale }) =>
      reply(202, await app.requestPersonalData(origin, "export", body, { caller, locale })),
  }),
  route({
    name: "read-export",
    method: "GET",
    path: "/personal-data/exports/{requestId}",
    access: "key",
    summary: "What is held about a person, by context and kind; a large export in parts",
    params,
    query: Part,
    body: noBody,
    answers: { 200: json("How far it has come, and what was found", ExportView) },
    errors: ["not-found"],
    handle: async ({ readPersonalData }, { params: { requestId }, query: { cursor }, caller, locale }) =>
      reply(200, exportView(await readPersonalData.export(requestId, caller, cursor), locale)),
  }),
  route({
    name: "request-erasure",
    method: "POST",
    path: "/personal-data/erasures",
    access: "public",
    summary: "Ask to have what is held about you erased: nothing happens until it is confirmed",
    params: none,
    query: none,
    body: PersonalDataCommand,
    answers: { 202: json("It waits to be confirmed, for a day", PersonalDataRequested) },
    errors: [...refusals],
    handle: async (app, { body, origin, caller, locale }) =>
      reply(202, await app.requestPersonalData(origin, "erasure", body, { caller, locale })),
  }),
  route({
    name: "confirm-erasure",
    method: "POST",
    path: "/personal-data/erasures/{requestId}/confirmation",
    access: "key",
    summary: "Confirm an erasure: it begins, and can't be undone",
    params,
    query: none,
    body: z.strictObject({}),
    answers: { 202: json("It is being done; a mail tells when it is", ErasureConfirmed) },
    errors: ["not-found", "personal-data-request-over", "busy-try-again"],
    handle: async (app, { params: { requestId }, origin, caller }) =>
      reply(202, await app.confirmErasure(origin, requestId, caller)),
  }),
  route({
    name: "read-erasure",
    method: "GET",
    path: "/personal-data/erasures/{requestId}",
    access: "key",
    summary: "What was erased, what was kept, why and until when",
    params,
    query: none,
    body: noBody,
    answers: { 200: json("How far it has come, and what became of everything", ErasureView) },
    errors: ["not-found"],
    handle: async ({ readPersonalData }, { params: { requestId }, caller, locale }) =>
      reply(200, erasureView(await readPersonalData.erasure(requestId, caller), locale)),
  }),
];
