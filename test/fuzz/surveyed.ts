import assert from "node:assert/strict";
import * as z from "zod";
import { type Instant, plusSeconds } from "#kernel/clock";
import { type CohortMade, makeCohort } from "#local/demo/cohorts";
import { linkIn } from "#local/demo/page";
import type { Person, Walk } from "#local/demo/walk";
import { FIRST_CONSENT_TEXT } from "#survey/domain/content/consent-text";
import { StudyId } from "#survey/domain/study";

const administrator = { as: "administrator" } as const;
const Study = z.object({ studyId: StudyId });

/** Somebody who takes part in a study: what their mail's link is, and the browser that it is bound to. */
export interface Surveyed {
  readonly studyId: StudyId;
  readonly link: string;
  /** The header that only this browser sends. */
  readonly cookie: string;
}

/** A form of two statements. */
export const FORM = {
  title: { nb: "Skjema" },
  statements: ["seen", "heard"].map((statementId) => ({
    statementId,
    value: "recognition",
    text: { nb: statementId },
  })),
};

/** What opens a study for a cohort, with the forms that are seeded. */
export function studyRequest(cohortId: string) {
  return { cohortId, title: { nb: "Undersøkelse" }, forms: { A: 1, C: 1 }, consent: FIRST_CONSENT_TEXT };
}

export async function openStudy(walk: Walk, { cohortId }: Pick<CohortMade, "cohortId">): Promise<StudyId> {
  return (await walk.post(Study, "/survey-studies", { ...administrator, body: studyRequest(cohortId) })).studyId;
}

/** A study in which nobody answers, of a cohort that is over soon: `close` closes it once its time has passed. */
export async function studyOfNobody(walk: Walk, now: Instant): Promise<{ readonly close: () => Promise<StudyId> }> {
  const days = [{ dayId: "d1", startsAt: plusSeconds(now, 40 * 86_400), endsAt: plusSeconds(now, 40 * 86_400 + 3600) }];
  const venue = { name: "Eksempel hotell", address: "Eksempelveien 9, 5003 Bergen" };
  const short = await makeCohort(walk, "Kull uten deltakere", [], {
    gatherings: [{ title: { nb: "Samling" }, venue, days }],
    signUpClosesAt: plusSeconds(now, 20 * 86_400),
    namingDeadline: plusSeconds(now, 30 * 86_400),
    cancellationDeadline: plusSeconds(now, 20 * 86_400),
  });
  const studyId = await openStudy(walk, short);
  return {
    async close() {
      await walk.post(Study, `/survey-studies/${studyId}/close`, administrator);
      return studyId;
    },
  };
}

/** Somebody says yes by the link that they were mailed, and answers half of the form. */
export async function answers(walk: Walk, { email }: Person, studyId: StudyId): Promise<Surveyed> {
  const mails = await walk.mailsTo(email);
  const mail = mails.findLast(({ text }) => /\/survey\//.test(text));
  assert.ok(
    mail,
    `${email} should have been invited to the survey; has ${mails.map((each) => each.subject).join(" | ")}`,
  );
  const path = new URL(linkIn(mail, /\/survey\//)).pathname;
  const form = { answer: "yes", form: "A", version: FIRST_CONSENT_TEXT.version };
  const { status, setCookies } = await walk.ask("POST", `${path}/consent`, { form });
  assert.equal(status, 303);
  const [cookie = ""] = setCookies[0]?.split(";") ?? [];
  const scores = { revision: "new", steps: "1", "score-strengths-own-used": "7" };
  assert.equal((await walk.ask("POST", `${path}/steps/1`, { form: scores, cookie })).status, 303);
  return { studyId, link: path.replace("/survey/", ""), cookie };
}
