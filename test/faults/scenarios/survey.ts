import assert from "node:assert/strict";
import * as z from "zod";
import { plusSeconds, toInstant } from "#kernel/clock";
import { Browser } from "#local/demo/browser";
import { makeCohort, signUpOnInvoice } from "#local/demo/cohorts";
import { answerAll, linkFor, linksOf, type Respondent, respondents, sayWord } from "#local/demo/survey-cast";
import type { Trainee } from "#local/demo/trainees";
import type { Walk } from "#local/demo/walk";
import { FIRST_CONSENT_TEXT } from "#survey/domain/content/consent-text";
import { FormContent, SurveyForm } from "#survey/domain/form";
import type { Begin } from "../scenario.ts";
import { trainee } from "./cohort.ts";

const administrator = { as: "administrator" } as const;
const COHORT = 36;
const DOZEN = 12;
const Templates = z.object({ forms: z.object({ A: FormContent, C: FormContent }) });
const Study = z.object({ studyId: z.string(), waves: z.array(z.object({ opensAt: z.string() })) });

/** Somebody who follows a cohort consents, and answers the first form. */
export async function surveyAnswered(walk: Walk, attempts: number): Promise<Begin> {
  const everybody = await asked(walk, attempts);
  const links = await linksOf(walk, everybody);
  let turn = 0;
  return async (client) => {
    const who = everybody[turn];
    turn += 1;
    assert.ok(who);
    const link = linkFor(links, who);
    const answering = { ...who, browser: new Browser(client) };
    return {
      async act() {
        await sayWord(answering, link, FIRST_CONSENT_TEXT.version);
        await answerAll(answering, link, 1, false);
      },
      async afterwards() {
        assert.match((await answering.browser.open(link)).html, /Takk/);
      },
    };
  };
}

/** So many in cohorts whose studies' first form is open. */
async function asked(walk: Walk, count: number): Promise<readonly Respondent[]> {
  const { forms } = await walk.get(Templates, "/survey-templates", administrator);
  for (const kind of ["A", "C"] as const) {
    await walk.post(SurveyForm, `/survey-forms/${kind}`, { ...administrator, body: forms[kind] });
  }
  const people = Array.from({ length: count }, (_none, index) => trainee(walk, `Tora Trener${inLetters(index)}`));
  const opening: string[] = [];
  for (let from = 0; from < count; from += COHORT) {
    opening.push(await followed(walk, people.slice(from, from + COHORT)));
  }
  await walk.passTo(plusSeconds(toInstant(Date.parse(opening.toSorted().at(-1) ?? "")), 90));
  return respondents(walk, people, () => ({}));
}

/** A cohort of these with its study; answers when the first form opens. */
async function followed(walk: Walk, people: readonly Trainee[]): Promise<string> {
  const cohort = await makeCohort(walk, "Kull med følgeevaluering", [
    { title: "Oppstart", on: [[9, 20]] },
    { title: "Avslutning", on: [[5, 20]] },
  ]);
  for (let from = 0; from < people.length; from += DOZEN) {
    const some = people.slice(from, from + DOZEN);
    await signUpOnInvoice(walk, cohort, walk.person(`Siri av${some[0]?.name}`, "kommune.example.com"), some);
  }
  const body = {
    cohortId: cohort.cohortId,
    title: { nb: "Kull", nn: "Kull", en: "Cohort" },
    forms: { A: 1, C: 1 },
    consent: FIRST_CONSENT_TEXT,
  };
  const { waves } = await walk.post(Study, "/survey-studies", { ...administrator, body });
  return waves[0]?.opensAt ?? "";
}

/** Mailboxes are made of letters only. */
function inLetters(number: number): string {
  return [...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}
