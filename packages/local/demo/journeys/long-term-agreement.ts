import assert from "node:assert/strict";
import * as z from "zod";
import { AgreementMadeAnswer } from "#agreements/app/make-agreement";
import { SeatAnswer } from "#agreements/app/take-trainer-seat";
import { Enquiry } from "#agreements/domain/enquiry";
import { Meeting } from "#agreements/domain/meeting";
import { AgreementView } from "#agreements/http/agreement-views";
import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import { norwegianDay } from "#kernel/norwegian-time";
import { seededProduct } from "#local/seed/seed";
import { OrdersToInvoice } from "#ordering/app/list-orders-to-invoice";
import { ADDRESS, kr } from "../buying.ts";
import { linkIn, linkOn, type Page } from "../page.ts";
import { makeSeatCohort } from "../seat-cohort.ts";
import type { Person, Walk } from "../walk.ts";

const DAY = 86_400;
const MATERIAL = 2_000_00;

/** A school asks for an agreement, gets one of three years with six seats, and spreads them over two cohorts. */
export async function longTermAgreement(walk: Walk): Promise<void> {
  const now = toInstant((await walk.now()).getTime());
  const rektor = walk.person("Rut Rektorsen", "skole.example.no");
  const { agreementId, page } = await fromEnquiry(walk, rektor, norwegianDay(now));
  const [first, second, late] = [
    await makeSeatCohort(walk, "Kull A", plusSeconds(now, 80 * DAY)),
    await makeSeatCohort(walk, "Kull B", plusSeconds(now, 445 * DAY)),
    await makeSeatCohort(walk, "Kull C", plusSeconds(now, 1200 * DAY)),
  ];
  const key = new URL(page.address).searchParams.get("key") ?? "";
  const at = (path: string) => `/agreements/${agreementId}${path}`;
  const take = (cohortId: string, participant: Person) => ({ key, body: { cohortId, participant } });
  const see = () => walk.get(AgreementView, at(""), { key });

  const teachers = ["Anja Ankerås", "Bjørn Bjørkås", "Cecilie Cedersund"].map((name) => walk.person(name));
  for (const teacher of teachers) await nameOnPage(walk, page, first.offering.offeringId, teacher);
  for (const teacher of teachers) await walk.newestMailTo(teacher.email, /^Velkommen til trenerutdanningen: Kull A/);
  const nextYear = ["Daniel Dalmoen", "Eva Eksempelås", "Frode Fossdal"].map((name) => walk.person(name));
  const seats = [];
  for (const teacher of nextYear) {
    seats.push(await walk.post(SeatAnswer, at("/seats"), take(second.offering.offeringId, teacher)));
  }
  walk.say("She names three for this cohort on the page, three for the next; each is welcomed by mail.");

  const seventh = walk.person("Gro Granbekk");
  const told = await walk.refused(
    "agreement-seats-used-up",
    "POST",
    at("/seats"),
    take(first.offering.offeringId, seventh),
  );
  walk.say(`A seventh is refused: "${told}"`);

  await giveBackOnPage(walk, page, teachers[0]);
  const again = await walk.post(SeatAnswer, at("/seats"), take(first.offering.offeringId, seventh));
  assert.deepEqual([(await see()).used.length, (await see()).seatsFree], [6, 0]);
  walk.say(
    `${teachers[0]?.name} can't come after all: the seat is given back on the page, and ${seventh.name} gets one.`,
  );

  const lateCohort = { key, body: { cohortId: late.offering.offeringId } };
  const outside = await walk.refused("seat-outside-period", "POST", at(`/seats/${again.seatId}/move`), lateCohort);
  walk.say(`To a cohort that starts after the agreement has ended, a seat can't be moved: "${outside}"`);

  await walk.post(SeatAnswer, at(`/seats/${again.seatId}/return`), { key, body: {} });
  const hurried = walk.secret("Hastverksen");
  const crowd = Array.from({ length: 50 }, (_, index) => ({ name: hurried, email: `${hurried}.${index}@example.no` }));
  const answers = await Promise.all(
    crowd.map((person) => walk.ask("POST", at("/seats"), take(first.offering.offeringId, person))),
  );
  const statuses = answers.map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 201).length, 1, statuses.join());
  assert.equal((await see()).seatsFree, 0);
  walk.say("50 ask for the last seat at the same moment: one gets it.");

  const refusedEnd = await walk.ask("POST", at("/ending"), {
    as: "administrator",
    body: { lastDay: norwegianDay(plusSeconds(now, 100 * DAY)), version: 1 },
  });
  const named = z.object({ code: z.string(), seats: z.array(z.object({ seatId: z.string() })) }).parse(refusedEnd.body);
  assert.equal(named.code, "seats-would-break-agreement");
  assert.deepEqual(
    named.seats.map(({ seatId }) => seatId).toSorted(),
    seats.map(({ seatId }) => String(seatId)).toSorted(),
  );
  walk.say("The agreement can't be ended before the second cohort starts: the three seats in it are named.");

  await planMeeting(walk, at("/meetings"), plusSeconds(now, DAY));
  const [year] = (await see()).years;
  assert.deepEqual(year?.kinds["core-group"], { promised: 4, planned: 1, held: 0 });
  await orderSets(walk, page);
  await expectInvoiced(walk, rektor);
}

/** By the public form, and an administrator who makes an agreement of it; the contact's page, by the mail's link. */
async function fromEnquiry(walk: Walk, rektor: Person, from: string) {
  const form = await walk.open(new URL("/agreement-enquiries/page?lang=nb", walk.apiUrl).href);
  const wish = walk.secret("Vi er 40 ansatte og vil begynne til høsten.");
  await walk.submit(form, /agreement-enquiries/, {
    organisation: "Eksempel skole",
    "organisation-number": "200 000 005",
    ...{ name: rektor.name, email: rektor.email, wish },
  });
  await walk.newestMailTo(rektor.email, /^Vi har fått forespørselen/);
  const list = z.object({ items: z.array(Enquiry), cursor: z.string().optional() });
  const enquiry = await walk.listed("/admin/agreement-enquiries", list, ({ email }) => email === rektor.email);
  assert.ok(enquiry);
  const body = {
    enquiryId: enquiry.enquiryId,
    organisation: {
      ...enquiry.organisation,
      invoiceReference: { kind: "buyer-reference", value: "Langtidsavtale" },
      address: { name: "Eksempel skole", ...ADDRESS },
    },
    period: { from },
    contacts: [rektor],
  };
  await walk.refused("agreement-without-days", "POST", "/agreements", {
    as: "administrator",
    body: { ...body, period: { from, to: from } },
  });
  const { agreementId } = await walk.post(AgreementMadeAnswer, "/agreements", { as: "administrator", body });
  const mail = await walk.newestMailTo(rektor.email, /^Langtidsavtalen med Eksempel skole/);
  const page = await walk.open(linkIn(mail, /\/agreements\//));
  assert.match(page.html, /0 brukt, 6 igjen/);
  walk.say(
    `${rektor.name} asks for an agreement by the public form; it becomes one of three years with six trainer seats.`,
  );
  return { agreementId, page };
}

async function nameOnPage(walk: Walk, agreement: Page, cohortId: string, { name, email }: Person): Promise<void> {
  const page = await walk.open(agreement.address);
  const form = await walk.open(linkOn(page, new RegExp(`/cohorts/${cohortId}/participant`)));
  const next = await walk.submit(form, /participant/, { name, email, "answer-profession": "Lærer" });
  assert.match(next.html, new RegExp(name));
}

async function giveBackOnPage(walk: Walk, agreement: Page, who: Person | undefined): Promise<void> {
  assert.ok(who);
  const page = await walk.open(agreement.address);
  const card = page.html.split('<li class="ds-card">').find((each) => each.includes(who.name)) ?? "";
  const question = await walk.open(linkOn({ ...page, html: card }, /\/return/));
  const next = await walk.submit(question, /\/return/);
  assert.match(next.html, /5 brukt, 1 igjen/);
  await walk.newestMailTo(who.email, /avbestilt|avlyst/i);
}

async function planMeeting(walk: Walk, path: string, startsAt: Instant): Promise<void> {
  const time = { startsAt, endsAt: plusSeconds(startsAt, 2 * 3600), venue: "Personalrommet" };
  const meeting = await walk.post(Meeting, path, { as: "course-leader", body: { kind: "core-group", time } });
  const early = { as: "course-leader", body: { version: meeting.version, status: "held" } } as const;
  await walk.refused("meeting-not-begun", "POST", `${path}/${meeting.meetingId}/outcome`, early);
}

/** A book by the grade they work at and a deck for each of twenty employees. */
async function orderSets(walk: Walk, agreement: Page): Promise<void> {
  const form = await walk.open(linkOn(await walk.open(agreement.address), /\/materials/));
  const [primary, youth, deck] = [
    seededProduct("book-primary"),
    seededProduct("book-youth"),
    seededProduct("deck-children"),
  ];
  const fields = { [`employees-${primary}`]: "12", [`employees-${youth}`]: "8", deck };
  const seen = await walk.submit(form, /\/materials/, fields);
  assert.match(seen.html, /6\s000\skr.*Bestill med betalingsplikt/s);
  const done = await walk.submit(seen, /\/materials/);
  assert.match(done.html, /Bestillingen er mottatt/);
}

/** Each participant's material, and the sets in two kinds of lines, are to be invoiced at the agreement's prices. */
async function expectInvoiced(walk: Walk, rektor: Person): Promise<void> {
  const ofSets = await walk.listed(
    "/orders-to-invoice",
    OrdersToInvoice,
    ({ contact, lines }) => contact.email === rektor.email && lines.some(({ kind }) => kind === "goods"),
  );
  assert.ok(ofSets);
  assert.equal(ofSets.gross, 20 * 300_00);
  assert.deepEqual(
    ofSets.lines.map(({ vatCategory }) => vatCategory),
    ["Z", "Z", "S"],
  );
  const ofPlace = await walk.listed(
    "/orders-to-invoice",
    OrdersToInvoice,
    ({ contact, gross }) => contact.email === rektor.email && gross === MATERIAL,
  );
  assert.ok(ofPlace);
  walk.say(
    `Invoice orders have come by themselves: ${kr(MATERIAL)} for each participant, ${kr(ofSets.gross)} for twenty sets.`,
  );
}
