import * as z from "zod";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import type { ChangeForms } from "../app/change-forms.ts";
import { ConsentText } from "../domain/consent.ts";
import { FIRST_CONSENT_TEXT } from "../domain/content/consent-text.ts";
import { FIRST_FORMS } from "../domain/content/forms.ts";
import { FormContent, FormKind, SurveyForm } from "../domain/form.ts";

export interface FormsApp {
  readonly changeForms: ChangeForms;
}

const route = routeOf<FormsApp>();
const kindParams = z.strictObject({ kind: FormKind });
const formParams = z.strictObject({ kind: FormKind, version: z.coerce.number().int().min(1).max(9999) });
const ADMINISTRATOR = ["administrator"] as const;

export const formRoutes = [
  route({
    name: "get-survey-templates",
    method: "GET",
    path: "/survey-templates",
    access: ADMINISTRATOR,
    summary: "The centre's own forms and consent text, to take over as they are or to begin from",
    params: none,
    query: none,
    body: noBody,
    answers: {
      200: json(
        "Forms and consent text",
        z.object({ forms: z.object({ A: FormContent, C: FormContent, extra: FormContent }), consent: ConsentText }),
      ),
    },
    errors: [],
    handle: async () => reply(200, { forms: FIRST_FORMS, consent: FIRST_CONSENT_TEXT }),
  }),
  route({
    name: "create-survey-form",
    method: "POST",
    path: "/survey-forms/{kind}",
    access: ADMINISTRATOR,
    summary: "Make the next version of one of the survey's forms, such as next year's",
    params: kindParams,
    query: none,
    body: FormContent,
    answers: { 201: json("The form's new version", SurveyForm) },
    errors: ["busy-try-again"],
    handle: async (app, { params, body, origin }) =>
      reply(201, await app.changeForms.create(origin, params.kind, body)),
  }),
  route({
    name: "change-survey-form",
    method: "PUT",
    path: "/survey-forms/{kind}/{version}",
    access: ADMINISTRATOR,
    summary: "Change a version of a form that no study was opened with",
    params: formParams,
    query: none,
    body: FormContent.safeExtend({ revision: SurveyForm.shape.revision }),
    answers: { 200: json("The form as it is now", SurveyForm) },
    errors: ["not-found", "survey-form-fixed", "changed-meanwhile", "busy-try-again"],
    handle: async (app, { params, body: { revision, ...content }, origin }) =>
      reply(200, await app.changeForms.change(origin, { ...params, revision }, content)),
  }),
  route({
    name: "list-survey-forms",
    method: "GET",
    path: "/survey-forms/{kind}",
    access: ADMINISTRATOR,
    summary: "All versions of a form, the newest first",
    params: kindParams,
    query: none,
    body: noBody,
    answers: { 200: json("The form's versions", z.object({ forms: z.array(SurveyForm) })) },
    errors: [],
    handle: async (app, { params }) => reply(200, { forms: [...(await app.changeForms.list(params.kind))] }),
  }),
  route({
    name: "get-survey-form",
    method: "GET",
    path: "/survey-forms/{kind}/{version}",
    access: ADMINISTRATOR,
    summary: "A version of a form",
    params: formParams,
    query: none,
    body: noBody,
    answers: { 200: json("The form", SurveyForm) },
    errors: ["not-found"],
    handle: async (app, { params }) => reply(200, await app.changeForms.get(params.kind, params.version)),
  }),
];
