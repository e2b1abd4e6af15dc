import * as z from "zod";
import { DocumentId } from "#kernel/ids";
import { empty, json, noBody, none, page, reply, routeOf } from "#platform/http/route";
import type { AddDocument } from "../app/add-document.ts";
import { type ChangeHandIn, HandInChanged } from "../app/change-hand-in.ts";
import type { ReadHandIns } from "../app/read-hand-ins.ts";
import { AddDocumentRequest, AddEssayRequest } from "../domain/add-document.ts";
import { HandInKind } from "../domain/practice-document.ts";
import { participantParams } from "./cohort-routes.ts";
import { HandInsView, handInsView } from "./hand-in-view.ts";
import { portfolioPage } from "./pages/portfolio-page.ts";

export interface HandInApp {
  readonly readHandIns: ReadHandIns;
  readonly addDocument: AddDocument;
  readonly changeHandIn: ChangeHandIn;
}

const route = routeOf<HandInApp>();

export const handInParams = participantParams.extend({ kind: HandInKind });
const documentParams = participantParams.extend({ documentId: DocumentId });

const Added = json(
  "The document; with a file, the request that uploads it",
  z.object({
    documentId: DocumentId,
    /** PUT the file to the address with these headers, within 15 minutes. Nothing else than was announced is taken. */
    upload: z.object({ url: z.url(), headers: z.record(z.string(), z.string()) }).optional(),
  }),
);
const REFUSALS = ["not-found", "participant-withdrawn", "hand-in-moved-on", "busy-try-again"] as const;
const FILE_REFUSALS = [
  "hand-in-time-over",
  "child-consent-missing",
  "file-too-large",
  "file-type-not-allowed",
] as const;

export const handInRoutes = [
  route({
    name: "get-hand-ins",
    method: "GET",
    path: "/cohorts/{cohortId}/participants/{placeId}/hand-ins",
    access: "key",
    summary: "Portfolio and essay, for their participant and for reviewers",
    params: participantParams,
    query: none,
    body: noBody,
    answers: { 200: json("Both, with what became of each file", HandInsView) },
    errors: ["not-found"],
    handle: async (app, { params, caller }) => reply(200, handInsView(await app.readHandIns.see(params, caller))),
  }),
  route({
    name: "add-document",
    method: "POST",
    path: "/cohorts/{cohortId}/participants/{placeId}/documents",
    access: "key",
    summary: "Add a dated practice document to the portfolio, and begin to upload its file",
    params: participantParams,
    query: none,
    body: AddDocumentRequest,
    answers: { 201: Added },
    errors: [...REFUSALS, ...FILE_REFUSALS, "too-many-documents", "document-date-not-in-cohort"],
    handle: async (app, { params, body, caller, origin }) =>
      reply(201, await app.addDocument.toPortfolio(origin, params, body, caller)),
  }),
  route({
    name: "add-essay",
    method: "POST",
    path: "/cohorts/{cohortId}/participants/{placeId}/essay",
    access: "key",
    summary: "Begin to upload the reflection essay; it takes the place of the one before",
    params: participantParams,
    query: none,
    body: AddEssayRequest,
    answers: { 201: Added },
    errors: [...REFUSALS, ...FILE_REFUSALS, "cohort-not-begun"],
    handle: async (app, { params, body, caller, origin }) =>
      reply(201, await app.addDocument.asEssay(origin, params, body, caller)),
  }),
  route({
    name: "remove-document",
    method: "DELETE",
    path: "/cohorts/{cohortId}/participants/{placeId}/hand-ins/{kind}/documents/{documentId}",
    access: "key",
    summary: "Take a document out, and its file with it",
    params: handInParams.extend({ documentId: DocumentId }),
    query: none,
    body: noBody,
    answers: { 204: empty("It is gone") },
    errors: REFUSALS,
    handle: async (app, { params, caller, origin }) => {
      await app.changeHandIn.removeDocument(origin, params, params.documentId, caller);
      return reply(204);
    },
  }),
  route({
    name: "open-document",
    method: "GET",
    path: "/cohorts/{cohortId}/participants/{placeId}/documents/{documentId}/file",
    access: "key",
    summary: "To a document's file, by an address that is good for five minutes: for its participant and for reviewers",
    params: documentParams,
    query: none,
    body: noBody,
    answers: { 303: empty("To the file") },
    errors: ["not-found"],
    handle: async (app, { params, caller }) => {
      const location = await app.readHandIns.file(params, params.documentId, caller);
      return reply(303, undefined, { headers: { location } });
    },
  }),
  route({
    name: "submit-hand-in",
    method: "POST",
    path: "/cohorts/{cohortId}/participants/{placeId}/hand-ins/{kind}/submission",
    access: "key",
    summary: "Hand in the portfolio of 3 to 5 documents, or the essay: it stays as it is until it is decided on",
    params: handInParams,
    query: none,
    body: noBody,
    answers: { 200: json("Its status", HandInChanged) },
    errors: [...REFUSALS, "hand-in-incomplete"],
    handle: async (app, { params, caller, origin }) =>
      reply(200, await app.changeHandIn.submit(origin, params, caller)),
  }),
  route({
    name: "withdraw-hand-in",
    method: "DELETE",
    path: "/cohorts/{cohortId}/participants/{placeId}/hand-ins/{kind}/submission",
    access: "key",
    summary: "Take back what was handed in, to change it",
    params: handInParams,
    query: none,
    body: noBody,
    answers: { 200: json("Its status", HandInChanged) },
    errors: REFUSALS,
    handle: async (app, { params, caller, origin }) =>
      reply(200, await app.changeHandIn.withdraw(origin, params, caller)),
  }),
  route({
    name: "portfolio-page",
    method: "GET",
    path: "/cohorts/{cohortId}/participants/{placeId}/portfolio/page",
    access: "key",
    summary: "The page of somebody's portfolio and essay: statuses, comments and documents",
    params: participantParams,
    query: none,
    body: noBody,
    answers: { 200: page("The portfolio's page") },
    errors: ["not-found"],
    handle: async (app, { params, caller, lang }) => {
      const seen = await app.readHandIns.see(params, caller);
      return reply(200, portfolioPage(seen, caller, lang ?? seen.participation.locale));
    },
  }),
];
