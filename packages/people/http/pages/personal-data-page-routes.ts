import * as z from "zod";
import { EmailAddress } from "#kernel/contact";
import { AccessKey } from "#kernel/id";
import { PersonalDataRequestId } from "#kernel/ids";
import { answerForm, formAnswers } from "#platform/http/form-answer";
import { FormFields, formReader, typed } from "#platform/http/form-reader";
import { empty, noBody, none, page, reply, routeOf } from "#platform/http/route";
import { Part, type PersonalDataApp } from "../personal-data-routes.ts";
import { erasurePage, exportPage, requestAddress, startPage } from "./personal-data-pages.ts";
import { PERSONAL_DATA_TEXT } from "./personal-data-text.ts";

const route = routeOf<PersonalDataApp>();

const params = z.strictObject({ requestId: PersonalDataRequestId });
const Proof = z.strictObject({ proof: AccessKey.optional() });
const Kind = z.enum(["export", "erasure"]);
const Typed = z.string().trim().pipe(EmailAddress);

/** The pages where people see what is held about them, and have it erased. */
export const personalDataPages = [
  route({
    name: "personal-data-page",
    method: "GET",
    path: "/personal-data/page",
    access: "public",
    summary: "Where one begins to see or erase what is held about oneself",
    params: none,
    query: Proof,
    body: noBody,
    answers: { 200: page("The form, or how to prove the address first") },
    errors: [],
    handle: async (_, { query: { proof }, locale, origin }) =>
      reply(200, startPage({ locale, origin, errors: [], proof, email: "", kind: "" })),
  }),
  route({
    name: "request-personal-data-from-page",
    method: "POST",
    path: "/personal-data/page",
    access: "public",
    summary: "Asks for an export or an erasure, and goes on to its page",
    accepts: "form",
    params: none,
    query: Proof,
    body: FormFields,
    answers: formAnswers,
    errors: [],
    handle: async ({ requestPersonalData }, { query: { proof }, body: fields, caller, locale, origin }) => {
      const form = formReader(fields);
      const text = PERSONAL_DATA_TEXT[locale];
      const email = form.must("email", Typed, text.emailWrong);
      const kind = form.must("kind", Kind, text.kindWrong);
      return answerForm({
        locale,
        read: email === undefined || kind === undefined ? { errors: form.errors } : { value: { email, kind } },
        act: async (value) => {
          const command = { email: value.email, ...(proof && { mailProof: proof }) };
          const requested = await requestPersonalData(origin, value.kind, command, { caller, locale });
          return requestAddress({ ...requested, kind: value.kind }, locale);
        },
        again: (errors) =>
          startPage({ locale, origin, errors, proof, email: typed(fields, "email"), kind: typed(fields, "kind") }),
        fieldOf: () => "email",
      });
    },
  }),
  route({
    name: "export-page",
    method: "GET",
    path: "/personal-data/exports/{requestId}/page",
    access: "key",
    summary: "What is held about a person, to be read",
    params,
    query: Part,
    body: noBody,
    answers: { 200: page("What was found, or how far it has come") },
    errors: ["not-found"],
    handle: async ({ readPersonalData }, { params: { requestId }, query: { cursor }, caller, lang }) => {
      const found = await readPersonalData.export(requestId, caller, cursor);
      return reply(200, exportPage({ ...found, from: cursor }, lang ?? found.request.locale));
    },
  }),
  route({
    name: "erasure-page",
    method: "GET",
    path: "/personal-data/erasures/{requestId}/page",
    access: "key",
    summary: "Asks to confirm an erasure, or tells what was erased, what was kept and why",
    params,
    query: none,
    body: noBody,
    answers: { 200: page("The question, or the answer") },
    errors: ["not-found"],
    handle: async ({ readPersonalData }, { params: { requestId }, caller, lang, origin }) => {
      const request = await readPersonalData.erasure(requestId, caller);
      return reply(200, erasurePage(request, lang ?? request.locale, origin));
    },
  }),
  route({
    name: "confirm-erasure-from-page",
    method: "POST",
    path: "/personal-data/erasures/{requestId}/page",
    access: "key",
    summary: "Confirms an erasure",
    accepts: "form",
    params,
    query: none,
    body: z.strictObject({}),
    answers: { 303: empty("Back to the page, which tells how far it has come") },
    errors: ["not-found", "personal-data-request-over", "busy-try-again"],
    handle: async (app, { params: { requestId }, caller, lang, origin }) => {
      await app.confirmErasure(origin, requestId, caller);
      const request = await app.readPersonalData.erasure(requestId, caller);
      return reply(303, undefined, { headers: { location: requestAddress(request, lang ?? request.locale) } });
    },
  }),
];
