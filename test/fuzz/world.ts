import assert from "node:assert/strict";
import * as z from "zod";
import { AgreementMadeAnswer } from "#agreements/app/make-agreement";
import { SeatAnswer } from "#agreements/app/take-trainer-seat";
import { WorkplaceCourseRequested } from "#agreements/app/workplace-course-request";
import { Enquiry } from "#agreements/domain/enquiry";
import { Meeting } from "#agreements/domain/meeting";
import { Product } from "#catalogue/domain/product";
import { CertificatesPage } from "#certificates/http/certificate-view";
import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import { DocumentId, type OfferingId } from "#kernel/ids";
import { norwegianDay } from "#kernel/norwegian-time";
import { arrange } from "#local/demo/arranging";
import { ADDRESS, pay, place } from "#local/demo/buying";
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
import { linkIn } from "#local/demo/page";
import { prove } from "#local/demo/proving";
import { announce, photo } from "#local/demo/sample-files";
import { makeSeatCohort } from "#local/demo/seat-cohort";
import type { Person, Walk } from "#local/demo/walk";
import { productSeeds } from "#local/seed/products";
import { seededProduct } from "#local/seed/seed";
import { PersonalDataRequested } from "#people/app/request-personal-data";
import { ReconciliationAsked } from "#reconciliation/app/ask-reconciliation";
import { JoinedAnswer } from "#registration/app/join-waiting-list";
import type { StudyId } from "#survey/domain/study";
import { answers, openStudy, type Surveyed, studyOfNobody } from "./surveyed.ts";

const DAY = 86_400;

/** Something of somebody's: the ids by which addresses name it, and the key from the mail's link. */
export interface Owned {
  readonly ids: Readonly<Record<string, string>>;
  readonly key: string;
}

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
  /** Where they wait in line. */
  readonly entry: Owned;
  /** Their place in a cohort, with a document in the portfolio. */
  readonly participation: Owned;
  /** What they have asked to see, and what to have erased. */
  readonly exported: Owned;
  readonly erasure: Owned;
  /** Their part in the study of their cohort: whoever has the link and the browser. */
  readonly survey: Surveyed;
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
  await signUp(walk, year, trained);
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
  const closed = await past.close();
  const of = async (index: 0 | 1, studyId: StudyId) => {
    const survey = await answers(walk, holders[index], studies[index]);
    const ids = { certificateId: certificates[index], reconciliationId, studyId, link: survey.link, ...ELSEWHERE };
    return sideOf(walk, { holder: holders[index], cohort: cohorts[index], survey, ids });
  };
  return [await of(0, closed), await of(1, studies[1])];
}

async function present(walk: Walk): Promise<Instant> {
  return toInstant((await walk.now()).getTime());
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
  const days = daysOf(cohort);
  for (const day of days) await registerDay(walk, cohortId, day, [...there.values()]);
  for (const person of people) {
    const who = await participant(walk, cohortId, person);
    await addTexts(walk, who, 3, norwegianDay(days[1]?.startsAt ?? cohort.offering.signUpOpensAt));
    await approved(walk, who, "portfolio");
    await addEssay(walk, who);
    await approved(walk, who, "essay");
  }
  await walk.post(z.unknown(), `/cohorts/${cohortId}/certificates`, { ...administrator, body: {} });
  await walk.settle();
  const { items } = await walk.get(CertificatesPage, `/cohorts/${cohortId}/certificates`, administrator);
  const [one, other] = items;
  assert.ok(one && other);
  return [one.certificateId, other.certificateId];
}

async function participant(walk: Walk, cohortId: OfferingId, person: Person): Promise<WithKey> {
  const found = (await participantsOf(walk, cohortId)).get(person.name);
  assert.ok(found);
  const { page } = await welcomed(walk, person);
  return { ...found, key: keyIn(page) };
}

function keyIn(address: string): string {
  return new URL(address).searchParams.get("key") ?? "";
}

interface SideMade extends Pick<Side, "holder" | "survey"> {
  readonly cohort: CohortMade;
  /** What has no key. */
  readonly ids: Owned["ids"];
}

async function sideOf(walk: Walk, { holder, cohort, survey, ids }: SideMade): Promise<Side> {
  const mailProof = await prove(walk, holder);
  return {
    holder,
    survey,
    mailProof,
    exported: await personalData(walk, "exports", { email: holder.email, mailProof }),
    erasure: await personalData(walk, "erasures", { email: holder.email, mailProof }),
    others: { ...(await enquiryAndProduct(walk, holder)), ...ids },
    order: await paidOrder(walk, holder),
    unpaid: await unpaidOrder(walk, holder),
    agreement: await agreementOf(walk, holder),
    workplaceCourse: await workplaceCourseOf(walk, holder),
    entry: await entryOf(walk, holder),
    participation: await participationOf(walk, cohort, holder),
  };
}

/** A status list, and a form's first version and part. */
const ELSEWHERE = { list: "1", kind: "A", version: "1", step: "1" };

async function personalData(walk: Walk, what: string, body: object): Promise<Owned> {
  const { requestId, key } = await walk.post(PersonalDataRequested, `/personal-data/${what}`, { body });
  return { ids: { requestId }, key };
}

async function enquiryAndProduct(walk: Walk, { name, email }: Person): Promise<Owned["ids"]> {
  const organisation = { name: SCHOOL.name, organisationNumber: SCHOOL.organisationNumber };
  await walk.post(z.unknown(), "/agreement-enquiries", { body: { organisation, name, email, wish: "Vi er 40." } });
  const enquiries = z.object({ items: z.array(Enquiry), cursor: z.string().optional() });
  const enquiry = await walk.listed("/admin/agreement-enquiries", enquiries, (each) => each.email === email);
  assert.ok(enquiry);
  const { details } = productSeeds["poster-strengths"];
  const { productId } = await walk.post(Product, "/products", { ...administrator, body: details });
  await walk.post(z.unknown(), `/products/${productId}/publication`, { ...administrator, body: { version: 1 } });
  return { enquiryId: enquiry.enquiryId, productId };
}

async function paidOrder(walk: Walk, buyer: Person): Promise<Owned> {
  const { offeringId } = await arrange(walk, "course-bergen", () => ({ capacity: 9 }));
  const goods = [{ productId: seededProduct("book-youth"), quantity: 2 }];
  const places = [{ offeringId, ticketTypeId: "ordinary" }];
  const deliveryAddress = { name: buyer.name, ...ADDRESS };
  const { total } = await walk.post(z.object({ total: z.int() }), "/quotes", { body: { goods, places } });
  const basket = { buyer, goods, places, deliveryAddress, payment: "card" as const, expectedTotal: total };
  const placed = await place(walk, basket);
  const { lines } = await pay(walk, placed);
  const placeId = lines.flatMap((line) => ("placeId" in line ? [line.placeId] : []))[0];
  return { ids: { offeringId, orderNumber: placed.orderNumber, placeId: String(placeId) }, key: placed.key };
}

async function unpaidOrder(walk: Walk, buyer: Person): Promise<Owned> {
  const goods = [{ productId: seededProduct("deck-children"), quantity: 1 }];
  const deliveryAddress = { name: buyer.name, ...ADDRESS };
  const { total } = await walk.post(z.object({ total: z.int() }), "/quotes", { body: { goods, places: [] } });
  const placed = await place(walk, { buyer, goods, deliveryAddress, payment: "card", expectedTotal: total });
  return { ids: { orderNumber: placed.orderNumber }, key: placed.key };
}

async function agreementOf(walk: Walk, contact: Person): Promise<Owned> {
  const now = await present(walk);
  const cohorts = [
    await makeSeatCohort(walk, "Kull for skoler", plusSeconds(now, 80 * DAY)),
    await makeSeatCohort(walk, "Kull for skoler", plusSeconds(now, 90 * DAY)),
  ];
  const { agreementId } = await walk.post(AgreementMadeAnswer, "/agreements", {
    ...administrator,
    body: { organisation: SCHOOL, period: { from: norwegianDay(now) }, contacts: [contact] },
  });
  const mail = await walk.newestMailTo(contact.email, /^Langtidsavtalen med/);
  const key = keyIn(linkIn(mail, /\/agreements\//));
  const path = `/agreements/${agreementId}`;
  const participantOfSeat = walk.person("Mia Myklebust");
  const seat = { cohortId: cohorts[0]?.cohortId, participant: participantOfSeat };
  const { seatId } = await walk.post(SeatAnswer, `${path}/seats`, { key, body: seat });
  const startsAt = plusSeconds(now, DAY);
  const time = { startsAt, endsAt: plusSeconds(startsAt, 2 * 3600), venue: "Personalrommet" };
  const body = { kind: "core-group", time };
  const { meetingId } = await walk.post(Meeting, `${path}/meetings`, { as: "course-leader", body });
  return { ids: { agreementId, seatId, meetingId, cohortId: String(cohorts[1]?.cohortId) }, key };
}

/** A school, invented: its number's first digit is one that no real one has. */
const SCHOOL = {
  name: "Eksempel skole",
  organisationNumber: "200000005",
  invoiceReference: { kind: "buyer-reference", value: "4. trinn" },
  address: { name: "Eksempel skole", ...ADDRESS },
};

async function workplaceCourseOf(walk: Walk, contact: Person): Promise<Owned> {
  const now = await present(walk);
  const body = {
    what: "Styrkespotting",
    venue: { name: "Eksempel skole", address: "Eksempelveien 1, 5003 Bergen" },
    wishedOn: norwegianDay(plusSeconds(now, 60 * DAY)),
    participants: 20,
    contact,
    organisation: SCHOOL,
  };
  const { courseId } = await walk.post(WorkplaceCourseRequested, "/workplace-courses", { body });
  const startsAt = plusSeconds(now, 60 * DAY);
  const quote = {
    title: { nb: "Styrkespotting hos dere" },
    price: 12_000_00,
    vatAllocation: { version: "2026-1", shares: [{ what: "teaching", category: "E", weight: 1 }] },
    startsAt,
    endsAt: plusSeconds(startsAt, 3 * 3600),
    capacity: 30,
    answerBy: plusSeconds(now, 30 * DAY),
  };
  await walk.post(z.unknown(), `/workplace-courses/${courseId}/quotes`, { ...administrator, body: quote });
  const mail = await walk.newestMailTo(contact.email, /^Tilbud/);
  return { ids: { courseId }, key: keyIn(linkIn(mail, /workplace-courses/)) };
}

/** First in line for a course that is full. */
async function entryOf(walk: Walk, { name, email }: Person): Promise<Owned> {
  const { offeringId } = await arrange(walk, "course-bergen", () => ({ capacity: 1 }));
  const buyer = walk.person("Fredrik Fosse");
  const places = [
    { offeringId, ticketTypeId: "ordinary", participant: buyer, chosenGoods: [seededProduct("book-primary")] },
  ];
  await pay(walk, await place(walk, { buyer, places, payment: "card", expectedTotal: 950_00 }));
  const body = { name, email, ticketTypeId: "ordinary" };
  const { entryId, key } = await walk.post(JoinedAnswer, `/offerings/${offeringId}/waiting-list`, { body });
  return { ids: { offeringId, entryId }, key };
}

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
