import assert from "node:assert/strict";
import * as z from "zod";
import { CertificatesPage } from "#certificates/http/certificate-view";
import { type Instant, plusSeconds } from "#kernel/clock";
import { DocumentId, type OfferingId } from "#kernel/ids";
import { norwegianDay } from "#kernel/norwegian-time";
import {
  type CohortMade,
  daysOf,
  makeCohort,
  participantsOf,
  registerDay,
  signUpOnInvoice,
  welcomed,
} from "#local/demo/cohorts";
import { addEssay, addTexts, approved, practiceText, type WithKey } from "#local/demo/hand-ins";
import { prove } from "#local/demo/proving";
import { announce, photo } from "#local/demo/sample-files";
import type { Person, Walk } from "#local/demo/walk";
import { ReconciliationAsked } from "#reconciliation/app/ask-reconciliation";
import type { StudyId } from "#survey/domain/study";
import {
  agreementOf,
  enquiryAndProduct,
  entryOf,
  keyIn,
  listedCourseOf,
  type Owned,
  paidOrder,
  personalData,
  present,
  unpaidOrder,
  workplaceCourseOf,
} from "./belongings.ts";
import { answers, openStudy, type Surveyed, studyOfNobody } from "./surveyed.ts";

const DAY = 86_400;

/** What one school and its people have, of everything there is. */
export interface Side {
  /** Whose all of it is: the school's contact, the buyer and the participant in one. */
  readonly holder: Person;
  /** That the holder reads their mail. */
  readonly mailProof: string;
  /** A place that is not named yet, and a book, paid by card. */
  readonly order: Owned;
  /** An order by card that nobody has paid for. */
  readonly unpaid: Owned;
  /** With a seat that is used, one that is free, and a meeting. */
  readonly agreement: Owned;
  /** Quoted, and not ordered yet. */
  readonly workplaceCourse: Owned;
  /** Another one, ordered, and one on its list. */
  readonly listedCourse: Owned;
  /** Where they wait in line. */
  readonly entry: Owned;
  /** Their place in a cohort, with a document in the portfolio. */
  readonly participation: Owned;
  /** What they have asked to see, and what to have erased. */
  readonly exported: Owned;
  readonly erasure: Owned;
  /** Their part in the study of their cohort: whoever has the link and the browser. */
  readonly survey: Surveyed;
  /** Somebody's place whose certificate has been earned, and isn't issued. */
  readonly eligible: Owned["ids"];
  /** What has no key: a certificate is for everybody who has its address, the rest for everybody or for the centre. */
  readonly others: Owned["ids"];
}

/** People with names that a page or a mail would run, and a spreadsheet reckon with, where they were let. */
const MARKUP = `<script>alert("1")</script>&' Aksdal`;
const FORMULA = '=HYPERLINK("http://evil.example.no") Brekke';

const administrator = { as: "administrator" } as const;
const ANSWERS = { profession: "Lærer", service: "Skole", municipality: "Eksempel", workplace: "Eksempel skole" };

/** A year passes, in which two people get a certificate each; then two schools get all that a school can have. */
export async function livingWorld(walk: Walk): Promise<readonly [Side, Side]> {
  const now = await present(walk);
  const year = await makeCohort(walk, "Kull før", [
    { title: "Oppstart", on: [[9, 14]] },
    { title: "Avslutning", on: [[6, 1]] },
  ]);
  const ends = daysOf(year).at(-1)?.endsAt ?? now;
  const trained = [walk.person("Dina Dalmark"), walk.person("Even Elvestad")];
  const late = walk.person("Gro Grindheim");
  await signUp(walk, year, [...trained, late]);
  const astrid = { ...walk.person("Astrid Aksdal"), name: MARKUP };
  const birger = { ...walk.person("Birger Brekke"), name: FORMULA };
  const holders = [astrid, birger] as const;
  const cohorts = [await longCohort(walk, now, ends), await longCohort(walk, now, ends)] as const;
  const studies = [await openStudy(walk, cohorts[0]), await openStudy(walk, cohorts[1])] as const;
  const past = await studyOfNobody(walk, now);
  const { reconciliationId } = await walk.post(ReconciliationAsked, "/reconciliations", administrator);
  await signUp(walk, cohorts[0], [holders[0]]);
  await signUp(walk, cohorts[1], [holders[1]]);
  await walk.passTo(ends);
  const certificates = await certified(walk, year, trained);
  const { cohortId, placeId } = await qualify(walk, year, late);
  const closed = await past.close();
  const of = async (index: 0 | 1, studyId: StudyId) => {
    const survey = await answers(walk, holders[index], studies[index]);
    const ids = { certificateId: certificates[index], reconciliationId, studyId, link: survey.link, ...ELSEWHERE };
    const eligible = { cohortId, placeId };
    return sideOf(walk, { holder: holders[index], cohort: cohorts[index], survey, eligible, ids });
  };
  return [await of(0, closed), await of(1, studies[1])];
}

/** A cohort that begins now and goes on for two months after the other one has ended. */
function longCohort(walk: Walk, now: Instant, ends: Instant): Promise<CohortMade> {
  const venue = { name: "Eksempel hotell", address: "Eksempelveien 9, 5003 Bergen" };
  // The second one's survey is open when everybody is asked for everything.
  const starts = [plusSeconds(now, 40 * DAY), plusSeconds(ends, -DAY), plusSeconds(ends, 60 * DAY)];
  return makeCohort(walk, "Kull som varer", [], {
    gatherings: starts.map((startsAt, index) => ({
      title: { nb: `Samling ${index + 1}` },
      venue,
      days: [{ dayId: `d${index + 1}`, startsAt, endsAt: plusSeconds(startsAt, 6 * 3600) }],
    })),
    signUpClosesAt: plusSeconds(now, 20 * DAY),
    namingDeadline: plusSeconds(now, 30 * DAY),
    cancellationDeadline: plusSeconds(now, 20 * DAY),
  });
}

function signUp(walk: Walk, cohort: CohortMade, people: readonly Person[]): Promise<void> {
  const trainees = people.map((person) => ({ ...person, answers: ANSWERS }));
  return signUpOnInvoice(walk, cohort, walk.person("Siri Sandvik"), trainees);
}

async function certified(walk: Walk, cohort: CohortMade, people: readonly Person[]): Promise<[string, string]> {
  const { cohortId } = cohort;
  const there = await participantsOf(walk, cohortId);
  for (const day of daysOf(cohort)) await registerDay(walk, cohortId, day, [...there.values()]);
  for (const person of people) await qualify(walk, cohort, person);
  await walk.post(z.unknown(), `/cohorts/${cohortId}/certificates`, { ...administrator, body: {} });
  await walk.settle();
  const { items } = await walk.get(CertificatesPage, `/cohorts/${cohortId}/certificates`, administrator);
  const [one, other] = items;
  assert.ok(one && other);
  return [one.certificateId, other.certificateId];
}

async function qualify(walk: Walk, cohort: CohortMade, person: Person): Promise<WithKey> {
  const who = await participant(walk, cohort.cohortId, person);
  await addTexts(walk, who, 3, norwegianDay(daysOf(cohort)[1]?.startsAt ?? cohort.offering.signUpOpensAt));
  await approved(walk, who, "portfolio");
  await addEssay(walk, who);
  await approved(walk, who, "essay");
  return who;
}

async function participant(walk: Walk, cohortId: OfferingId, person: Person): Promise<WithKey> {
  const found = (await participantsOf(walk, cohortId)).get(person.name);
  assert.ok(found);
  const { page } = await welcomed(walk, person);
  return { ...found, key: keyIn(page) };
}

interface SideMade extends Pick<Side, "holder" | "survey" | "eligible"> {
  readonly cohort: CohortMade;
  /** What has no key. */
  readonly ids: Owned["ids"];
}

async function sideOf(walk: Walk, { holder, cohort, survey, eligible, ids }: SideMade): Promise<Side> {
  const mailProof = await prove(walk, holder);
  return {
    holder,
    survey,
    eligible,
    mailProof,
    exported: await personalData(walk, "exports", { email: holder.email, mailProof }),
    erasure: await personalData(walk, "erasures", { email: holder.email, mailProof }),
    others: { ...(await enquiryAndProduct(walk, holder)), ...ids },
    order: await paidOrder(walk, holder),
    unpaid: await unpaidOrder(walk, holder),
    agreement: await agreementOf(walk, holder),
    workplaceCourse: await workplaceCourseOf(walk, holder),
    listedCourse: await listedCourseOf(walk, holder),
    entry: await entryOf(walk, holder),
    participation: await participationOf(walk, cohort, holder),
  };
}

/** A status list, and a form's first version and part. */
const ELSEWHERE = { list: "1", kind: "A", version: "1", step: "1" };

async function participationOf(walk: Walk, { cohortId }: CohortMade, person: Person): Promise<Owned> {
  const who = await participant(walk, cohortId, person);
  const { key, placeId } = who;
  const today = norwegianDay(await present(walk));
  await addTexts(walk, who, 2, today);
  const bytes = photo();
  const file = announce("klassen.jpg", "image/jpeg", bytes);
  const body = { ...practiceText(3, today), kind: "photo-with-text", file };
  const added = z.object({ documentId: DocumentId, upload: z.object({ url: z.url(), headers: Headers }) });
  const { documentId, upload } = await walk.post(added, `/cohorts/${cohortId}/participants/${placeId}/documents`, {
    key,
    body,
  });
  const put = await fetch(upload.url, { method: "PUT", headers: upload.headers, body: new Uint8Array(bytes) });
  assert.ok(put.ok);
  await walk.settle();
  return { ids: { cohortId, placeId, documentId, kind: "portfolio", dayId: "d1" }, key };
}

const Headers = z.record(z.string(), z.string());
