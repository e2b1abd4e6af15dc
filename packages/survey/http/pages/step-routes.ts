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
import { chosenIn, readStep, wrongScores } from "./read-step.ts";
import { stepPage } from "./step-page.ts";
import { SURVEY_TEXT } from "./survey-text.ts";
import { deviceCookie, linkErrors, newDeviceCookie, orRefused, refusals, unrecorded, visitOf } from "./visit.ts";

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
    summary: "Saves one part of a gathering's form, and goes on to the next; in the language that `lang` names",
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
    handle: async (app, { params, cookies, locale, body: fields }) => {
      const visit = visitOf(params, cookies);
      const sent = { link: visit.link, locale, number: params.step, chosen: chosenIn(fields) };
      return orRefused(visit, locale, async () => {
        const read = readStep(fields);
        if ("wrong" in read) return reply(422, await shownAgain(app, visit, sent, read.wrong));
        const next = nextAddress(sent, read.steps);
        if (Object.keys(read.scores).length === 0) return reply(303, undefined, { headers: { location: next } });
        try {
          const { device } = await app.saveAnswers(visit, read);
          return reply(303, undefined, { headers: { location: next, ...newDeviceCookie(visit, device) } });
        } catch (error) {
          if (!(error instanceof DomainError) || error.code !== "survey-answers-changed") throw error;
          return reply(409, await shownAgain(app, visit, sent));
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

/**
 * What was sent, on top of what is saved now, to be put right or looked over and sent again.
 *
 * @param wrong the statements whose numbers can't be; none: somebody saved from another window meanwhile
 */
async function shownAgain(
  { openLink }: StepPagesApp,
  visit: Visit,
  sent: Sent,
  wrong?: readonly string[],
): Promise<string> {
  const answering = answeringOf(await openLink(visit));
  const { statements } = stepOf(answering, sent.number);
  const text = SURVEY_TEXT[sent.locale].step;
  const errors = wrong ? wrongScores(wrong, statements, sent.locale) : [{ message: text.changed }];
  return stepPage(answering, { ...sent, errors });
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

function nextAddress({ link, locale, number }: Sent, steps: number): string {
  return surveyAddress(link, locale, number < steps ? `/steps/${number + 1}` : "");
}
