import * as z from "zod";
import { DomainError, refusal } from "#kernel/domain-error";
import type { Locale } from "#kernel/locale";
import { FormFields } from "#platform/http/form-reader";
import { empty, noBody, page, reply, routeOf } from "#platform/http/route";
import type { Visit } from "../../app/link.ts";
import type { Answering, OpenedLink, OpenLink } from "../../app/open-link.ts";
import type { SaveAnswers } from "../../app/save-answers.ts";
import { type Step, stepsOf } from "../../domain/form.ts";
import { surveyAddress } from "./addresses.ts";
import { openedPage } from "./opened-page.ts";
import { chosenIn, readStep } from "./read-step.ts";
import { stepPage } from "./step-page.ts";
import { SURVEY_TEXT } from "./survey-text.ts";
import { deviceCookie, linkErrors, orRefused, refusals, unrecorded, visitOf } from "./visit.ts";

export interface StepPagesApp {
  readonly openLink: OpenLink;
  readonly saveAnswers: SaveAnswers;
}

const route = routeOf<StepPagesApp>();

const params = z.strictObject({ link: z.string().max(200), step: z.coerce.number().int().min(1).max(99) });

/** One part of a form at a time: seen, and saved when one goes on. */
export const stepPages = [
  route({
    ...unrecorded,
    name: "survey-step-page",
    method: "GET",
    path: "/survey/{link}/steps/{step}",
    summary: "One part of a gathering's form, with what is saved",
    params,
    body: noBody,
    answers: { 200: page("The form"), ...refusals },
    errors: [...linkErrors, "not-found"],
    handle: async ({ openLink }, { params, cookies, lang, locale }) => {
      const visit = visitOf(params, cookies);
      return orRefused(visit, locale, async () => {
        const opened = await openLink(visit);
        const view = { link: visit.link, locale: lang ?? opened.locale, number: params.step };
        const { answering } = opened;
        if (answering) stepOf(answering, params.step);
        const shown = answering ? stepPage(answering, view) : openedPage(opened, visit.link, view.locale);
        return reply(200, shown, { headers: deviceCookie(opened.device, opened.study.closesAt) });
      });
    },
  }),
  route({
    ...unrecorded,
    name: "save-survey-step",
    method: "POST",
    path: "/survey/{link}/steps/{step}",
    summary: "Saves one part of a gathering's form, and goes on to the next",
    accepts: "form",
    params,
    body: FormFields,
    answers: { 303: empty("Saved: on to the next part, or to how far one has come"), ...refusals },
    errors: [
      ...linkErrors,
      "not-found",
      "survey-wave-closed",
      "survey-consent-missing",
      "survey-answers-changed",
      "survey-statement-unknown",
      "busy-try-again",
    ],
    handle: async (app, { params, cookies, lang, locale, body: fields }) => {
      const visit = visitOf(params, cookies);
      return orRefused(visit, locale, async () => {
        const opened = await app.openLink(visit);
        const answering = answeringOf(opened);
        const { statements } = stepOf(answering, params.step);
        const view = { link: visit.link, locale: lang ?? opened.locale, number: params.step, chosen: chosenIn(fields) };
        const read = readStep(fields, statements, view.locale);
        if ("errors" in read) return reply(422, stepPage(answering, { ...view, errors: read.errors }));
        const next = nextAddress(answering, view);
        if (Object.keys(read.value.scores).length === 0) return reply(303, undefined, { headers: { location: next } });
        try {
          const { device } = await app.saveAnswers(visit, read.value);
          return reply(303, undefined, {
            headers: { location: next, ...deviceCookie(device, opened.study.closesAt) },
          });
        } catch (error) {
          if (!(error instanceof DomainError) || error.code !== "survey-answers-changed") throw error;
          return reply(409, await shownAgain(app, visit, view));
        }
      });
    },
  }),
];

interface Sent {
  readonly link: Visit["link"];
  readonly locale: Locale;
  readonly number: number;
  readonly chosen: Readonly<Record<string, string>>;
}

/** Somebody saved from another window: what was sent, on top of what is saved now, to be looked over and sent again. */
async function shownAgain({ openLink }: StepPagesApp, visit: Visit, sent: Sent): Promise<string> {
  const now = answeringOf(await openLink(visit));
  return stepPage(now, { ...sent, errors: [{ message: SURVEY_TEXT[sent.locale].step.changed }] });
}

/** @throws DomainError `survey-wave-closed`, or `survey-consent-missing` */
function answeringOf({ wave, answering }: OpenedLink): Answering {
  if (!wave.open) throw refusal("survey-wave-closed", {});
  if (!answering) throw refusal("survey-consent-missing", {});
  return answering;
}

/** @throws DomainError `not-found` */
function stepOf({ forms }: Answering, number: number): Step {
  const step = stepsOf(forms)[number - 1];
  if (!step) throw refusal("not-found", {});
  return step;
}

function nextAddress({ forms }: Answering, { link, locale, number }: Sent): string {
  return surveyAddress(link, locale, number < stepsOf(forms).length ? `/steps/${number + 1}` : "");
}
