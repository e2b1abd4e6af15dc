import * as z from "zod";
import { FormFields, type FormRead, formReader, typed } from "#platform/http/form-reader";
import { empty, noBody, page, reply, routeOf } from "#platform/http/route";
import type { DeclineConsent, GiveConsent } from "../../app/give-consent.ts";
import type { OpenLink } from "../../app/open-link.ts";
import type { RequestLink } from "../../app/request-link.ts";
import type { WithdrawConsent } from "../../app/withdraw-consent.ts";
import { MainForm } from "../../domain/form.ts";
import { surveyAddress } from "./addresses.ts";
import { consentPage } from "./consent-page.ts";
import { openedPage } from "./opened-page.ts";
import { newLinkSentPage } from "./refused-page.ts";
import { SURVEY_TEXT } from "./survey-text.ts";
import { deviceCookie, linkErrors, orRefused, refusals, unrecorded, visitOf } from "./visit.ts";
import { withdrawalPage, withdrawnPage } from "./withdrawal-page.ts";

export interface ParticipantPagesApp {
  readonly openLink: OpenLink;
  readonly giveConsent: GiveConsent;
  readonly declineConsent: DeclineConsent;
  readonly withdrawConsent: WithdrawConsent;
  readonly requestLink: RequestLink;
}

const route = routeOf<ParticipantPagesApp>();

const params = z.strictObject({ link: z.string().max(200) });

/** What participants open by the link in a mail: where they stand, their word on taking part, a new link. */
export const participantPages = [
  route({
    ...unrecorded,
    name: "survey-page",
    method: "GET",
    path: "/survey/{link}",
    summary: "Where one stands in a gathering's form: consent, its first part, how much is left, or that it is closed",
    params,
    body: noBody,
    answers: { 200: page("The page"), ...refusals },
    errors: linkErrors,
    handle: async ({ openLink }, { params, cookies, lang, locale }) => {
      const visit = visitOf(params, cookies);
      return orRefused(visit, locale, async () => {
        const opened = await openLink(visit);
        const shown = openedPage(opened, visit.link, lang ?? opened.locale);
        return reply(200, shown, { headers: deviceCookie(opened.device, opened.study.closesAt) });
      });
    },
  }),
  route({
    ...unrecorded,
    name: "answer-survey-consent",
    method: "POST",
    path: "/survey/{link}/consent",
    summary: "Says yes to taking part, with the form that suits, or no",
    accepts: "form",
    params,
    body: FormFields,
    answers: { 303: empty("On to the form, or to what no means"), ...refusals },
    errors: [...linkErrors, "survey-wave-closed", "survey-consent-text-changed", "busy-try-again"],
    handle: async (app, { params, cookies, lang, locale, body: fields }) => {
      const visit = visitOf(params, cookies);
      return orRefused(visit, locale, async () => {
        const opened = await app.openLink(visit);
        const view = { link: visit.link, locale: lang ?? opened.locale };
        const word = { version: typed(fields, "version"), locale: view.locale };
        const goOn = reply(303, undefined, {
          headers: {
            location: surveyAddress(visit.link, view.locale),
            ...deviceCookie(opened.device, opened.study.closesAt),
          },
        });
        if (typed(fields, "answer") === "no") {
          await app.declineConsent({ ...visit, device: opened.device }, word);
          return goOn;
        }
        const read = chosenForm(fields, SURVEY_TEXT[view.locale].consent.choiceMissing);
        if ("errors" in read) return reply(422, consentPage(opened, { ...view, fields, errors: read.errors }));
        await app.giveConsent({ ...visit, device: opened.device }, { ...word, form: read.value });
        return goOn;
      });
    },
  }),
  route({
    ...unrecorded,
    name: "survey-withdrawal-page",
    method: "GET",
    path: "/survey/{link}/withdrawal",
    summary: "Asks whether to withdraw consent, and tells what goes and what stays",
    params,
    body: noBody,
    answers: { 200: page("The question"), ...refusals },
    errors: linkErrors,
    handle: async ({ openLink }, { params, cookies, lang, locale }) => {
      const visit = visitOf(params, cookies);
      return orRefused(visit, locale, async () => {
        const opened = await openLink(visit);
        return reply(200, withdrawalPage(opened, visit.link, lang ?? opened.locale));
      });
    },
  }),
  route({
    ...unrecorded,
    name: "withdraw-survey-consent",
    method: "POST",
    path: "/survey/{link}/withdrawal",
    summary: "Withdraws consent and removes all of the participant's answers",
    accepts: "form",
    params,
    body: z.unknown(),
    answers: { 200: page("What was removed, and what stays"), ...refusals },
    errors: [...linkErrors, "busy-try-again"],
    handle: async ({ openLink, withdrawConsent }, { params, cookies, lang, locale }) => {
      const visit = visitOf(params, cookies);
      return orRefused(visit, locale, async () => {
        const opened = await openLink(visit);
        return reply(200, withdrawnPage(await withdrawConsent(visit), lang ?? opened.locale));
      });
    },
  }),
  route({
    ...unrecorded,
    name: "request-survey-link",
    method: "POST",
    path: "/survey/{link}/new-link",
    summary: "Mails a new link to the participant's own address",
    accepts: "form",
    params,
    body: z.unknown(),
    answers: { 200: page("It is on its way"), ...refusals },
    errors: ["survey-link-unknown", "survey-too-many-links", "survey-mail-not-sent"],
    handle: async ({ requestLink }, { params, cookies, locale }) => {
      const visit = visitOf(params, cookies);
      return orRefused(visit, locale, async () => {
        await requestLink(visit);
        return reply(200, newLinkSentPage(locale));
      });
    },
  }),
];

function chosenForm(fields: FormFields, missing: string): FormRead<MainForm> {
  const read = formReader(fields);
  const form = read.must("form", MainForm, missing);
  return form === undefined ? { errors: read.errors } : { value: form };
}
