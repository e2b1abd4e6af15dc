import assert from "node:assert/strict";
import * as z from "zod";
import { AgreementMadeAnswer } from "#agreements/app/make-agreement";
import { SeatAnswer } from "#agreements/app/take-trainer-seat";
import { WorkplaceCourseRequested } from "#agreements/app/workplace-course-request";
import { Enquiry } from "#agreements/domain/enquiry";
import { Meeting } from "#agreements/domain/meeting";
import { Product } from "#catalogue/domain/product";
import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import { norwegianDay } from "#kernel/norwegian-time";
import { arrange } from "#local/demo/arranging";
import { ADDRESS, pay, place } from "#local/demo/buying";
import { linkIn } from "#local/demo/page";
import { makeSeatCohort } from "#local/demo/seat-cohort";
import type { Person, Walk } from "#local/demo/walk";
import { productSeeds } from "#local/seed/products";
import { seededProduct } from "#local/seed/seed";
import { PersonalDataRequested } from "#people/app/request-personal-data";
import { JoinedAnswer } from "#registration/app/join-waiting-list";

const DAY = 86_400;

/** Something of somebody's: the ids by which addresses name it, and the key from the mail's link. */
export interface Owned {
  readonly ids: Readonly<Record<string, string>>;
  readonly key: string;
}

const administrator = { as: "administrator" } as const;

/** The moment it is in the walk. */
export async function present(walk: Walk): Promise<Instant> {
  return toInstant((await walk.now()).getTime());
}

/** The key in an address that a mail leads to. */
export function keyIn(address: string): string {
  return new URL(address).searchParams.get("key") ?? "";
}

/** A request to see or to erase what is held about somebody. */
export async function personalData(walk: Walk, what: string, body: object): Promise<Owned> {
  const { requestId, key } = await walk.post(PersonalDataRequested, `/personal-data/${what}`, { body });
  return { ids: { requestId }, key };
}

/** An enquiry of theirs, and a product that is nobody's. */
export async function enquiryAndProduct(walk: Walk, { name, email }: Person): Promise<Owned["ids"]> {
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

/** A place that is not named yet, and a book, paid by card. */
export async function paidOrder(walk: Walk, buyer: Person): Promise<Owned> {
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

/** An order by card that nobody has paid for. */
export async function unpaidOrder(walk: Walk, buyer: Person): Promise<Owned> {
  const goods = [{ productId: seededProduct("deck-children"), quantity: 1 }];
  const deliveryAddress = { name: buyer.name, ...ADDRESS };
  const { total } = await walk.post(z.object({ total: z.int() }), "/quotes", { body: { goods, places: [] } });
  const placed = await place(walk, { buyer, goods, deliveryAddress, payment: "card", expectedTotal: total });
  return { ids: { orderNumber: placed.orderNumber }, key: placed.key };
}

/** With a seat that is used, and a meeting; `cohortId`: another cohort with seats. */
export async function agreementOf(walk: Walk, contact: Person): Promise<Owned> {
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

/** Quoted, and not ordered yet. */
export async function workplaceCourseOf(walk: Walk, contact: Person): Promise<Owned> {
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

/** Ordered, with one who is listed. */
export async function listedCourseOf(walk: Walk, contact: Person): Promise<Owned> {
  const { ids, key } = await workplaceCourseOf(walk, contact);
  const at = `/workplace-courses/${ids["courseId"]}`;
  await walk.post(z.unknown(), `${at}/order`, { key, body: { quote: 1 } });
  await walk.post(z.unknown(), `${at}/participants`, { key, body: { participants: [{ name: "Cato Ceder" }] } });
  const course = await walk.get(z.object({ listed: z.array(z.object({ placeId: z.string() })) }), at, { key });
  return { ids: { ...ids, placeId: String(course.listed[0]?.placeId) }, key };
}

/** By whose order a course is full. */
interface FullBy {
  readonly orderNumber: string;
  readonly key: string;
  readonly placeId: string;
}

/** First in line for a course that is full. */
export async function entryOf(walk: Walk, { name, email }: Person): Promise<Owned & { readonly full: FullBy }> {
  const { offeringId } = await arrange(walk, "course-bergen", () => ({ capacity: 1 }));
  const buyer = walk.person("Fredrik Fosse");
  const places = [
    { offeringId, ticketTypeId: "ordinary", participant: buyer, chosenGoods: [seededProduct("book-primary")] },
  ];
  const placed = await place(walk, { buyer, places, payment: "card", expectedTotal: 950_00 });
  const { lines } = await pay(walk, placed);
  const [placeId = ""] = lines.flatMap((line) => ("placeId" in line ? [line.placeId] : []));
  const body = { name, email, ticketTypeId: "ordinary" };
  const { entryId, key } = await walk.post(JoinedAnswer, `/offerings/${offeringId}/waiting-list`, { body });
  return { ids: { offeringId, entryId }, key, full: { ...placed, placeId } };
}
