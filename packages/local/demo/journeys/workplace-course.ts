import assert from "node:assert/strict";
import * as z from "zod";
import { WorkplaceCourseAnswered } from "#agreements/app/workplace-course-answer";
import { ParticipantsListed } from "#agreements/app/workplace-course-participants";
import { toInstant } from "#kernel/clock";
import { offeringSeeds } from "#local/seed/offerings";
import { OrdersToInvoice } from "#ordering/app/list-orders-to-invoice";
import { xlsx } from "#platform/files/xlsx";
import { ADDRESS, kr } from "../buying.ts";
import { formOn, linkIn, linkOn, type Page } from "../page.ts";
import type { Person, Walk } from "../walk.ts";

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const PRICE = 12_000_00;

const WorkplaceCourses = z.object({
  items: z.array(z.object({ courseId: z.string(), contact: z.object({ email: z.string() }), status: z.string() })),
  cursor: z.string().optional(),
});

/** A school asks for a course at its own place, accepts the offer by the link in its mail, and lists who comes. */
export async function workplaceCourse(walk: Walk): Promise<void> {
  const rektor = walk.person("Rut Rektorsen", "skole.example.no");
  const asked = await askFor(walk, rektor);

  const courseId = await quote(walk, rektor, asked);
  const page = await accept(walk, rektor, courseId);
  await invoiced(walk, page);
  await listed(walk, page, courseId);
}

async function askFor(walk: Walk, rektor: Person): Promise<Date> {
  const wishedOn = new Date((await walk.now()).getTime() + 60 * DAY);
  const form = await walk.open(`${walk.apiUrl}/workplace-course-request/page?lang=nb`);
  const fields = {
    what: "Styrkespotting for hele personalet",
    venue: "Eksempel skole <b>aula</b>",
    "venue-address": `${ADDRESS.street}, ${ADDRESS.postalCode} ${ADDRESS.city}`,
    "wished-on": wishedOn.toISOString().slice(0, 10),
    participants: "25",
    name: rektor.name,
    email: rektor.email,
    organisation: "Eksempel skole",
    "organisation-number": "200 000 005",
    reference: "Kurs for personalet",
    street: ADDRESS.street,
    "postal-code": ADDRESS.postalCode,
    city: ADDRESS.city,
  };
  const wrong = { ...fields, participants: "0", "wished-on": "i går", "organisation-number": "200000006" };
  const { address, hidden } = formOn(form, /workplace-course-request/);
  const again = await walk.ask("POST", new URL(address).pathname, { form: { ...hidden, ...wrong } });
  assert.equal(again.status, 422);
  for (const told of [/Skriv et tall fra 1 til 300/, /Skriv en dag/, /Organisasjonsnummeret stemmer ikke/])
    assert.match(again.text, told);
  walk.say("A school asks for a course at its own place; three fields have to be put right first.");

  const done = await walk.submit(form, /workplace-course-request/, fields);
  assert.match(done.html, /Vi har fått forespørselen/);
  const mail = await walk.newestMailTo(rektor.email, /kurs hos dere/);
  assert.match(mail.text, /Styrkespotting for hele personalet/);
  const own = await walk.open(linkIn(mail, /workplace-courses/));
  assert.match(own.html, /aula/);
  assert.doesNotMatch(own.html, /<b>aula/);
  walk.say(`${rektor.name} gets a mail that says it came, with a link to follow it.`);
  return wishedOn;
}

async function quote(walk: Walk, rektor: Person, asked: Date): Promise<string> {
  const found = await walk.listed(
    "/workplace-courses",
    WorkplaceCourses,
    ({ contact }) => contact.email === rektor.email,
  );
  assert.ok(found);
  const { courseId } = found;
  const startsAt = new Date(asked.getTime() + DAY);
  const [ticketType] = offeringSeeds["course-digital"](toInstant(startsAt.getTime())).ticketTypes;
  assert.ok(ticketType);
  const body = {
    title: { nb: "Styrkespotting hos dere" },
    price: PRICE + 1000_00,
    vatAllocation: ticketType.vatAllocation,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 3 * HOUR).toISOString(),
    capacity: 30,
    answerBy: new Date(asked.getTime() - 30 * DAY).toISOString(),
  };
  const path = `/workplace-courses/${courseId}/quotes`;
  await walk.refused("forbidden", "POST", path, { as: "participant", body });
  await walk.refused("invalid-request", "POST", path, {
    as: "administrator",
    body: { ...body, endsAt: body.startsAt },
  });
  await walk.post(WorkplaceCourseAnswered, path, { as: "administrator", body });
  await walk.post(WorkplaceCourseAnswered, path, { as: "administrator", body: { ...body, price: PRICE } });
  walk.say(`An administrator offers a day and a price, thinks again, and offers ${kr(PRICE)} instead.`);
  return courseId;
}

async function accept(walk: Walk, rektor: Person, courseId: string): Promise<Page> {
  const mail = await walk.newestMailTo(rektor.email, /^Tilbud/);
  walk.keepPage("tilbud-kurs-hos-dere.html", mail);
  assert.match(mail.text, /12\s000\skr/);
  const page = await walk.open(linkIn(mail, /workplace-courses/));
  assert.match(page.html, /Bestill med betalingsplikt/);
  const key = new URL(page.address).searchParams.get("key") ?? "";
  const order = `/workplace-courses/${courseId}/order`;
  const told = await walk.refused("quote-changed", "POST", order, { key, body: { quote: 1 } });
  walk.say(`Whoever still has the first offer is told: "${told}"`);
  await walk.refused("not-found", "POST", order, { key: `${key.slice(1)}0`, body: { quote: 2 } });
  const ordered = await walk.submit(page, /page\/order/);
  assert.match(ordered.html, /Kurset er bestilt/);
  await walk.newestMailTo(rektor.email, /Bekreftelse på bestilling/);
  walk.say("She orders by the button on the page that the mail leads to, and gets the confirmation.");
  return ordered;
}

async function invoiced(walk: Walk, page: Page): Promise<void> {
  const orderPage = linkOn(page, /\/orders\//);
  const [, orderNumber] = /\/orders\/([^/]+)\/page/.exec(orderPage) ?? [];
  const basis = await walk.listed("/orders-to-invoice", OrdersToInvoice, (each) => each.orderNumber === orderNumber);
  assert.ok(basis);
  assert.equal(basis.gross, PRICE);
  assert.ok(basis.lines.every(({ kind, deliveredOn }) => kind === "service" && deliveredOn !== undefined));
  assert.match((await walk.open(orderPage)).html, /Styrkespotting hos dere/);
  walk.say(`One line is to be invoiced: the whole course, ${kr(basis.gross)}, with the day and place it is held.`);
}

async function listed(walk: Walk, page: Page, courseId: string): Promise<void> {
  const key = new URL(page.address).searchParams.get("key") ?? "";
  const staff = ["Anja Aulason", "Bjørn Bokhylle"].map((name) => walk.person(name, "skole.example.no"));
  const typed = [...staff.map(({ name, email }) => `${name};${email}`), "Uten Adresse"].join("\n");
  const shown = await walk.submit(page, /page\/participants/, { participants: typed });
  assert.match(shown.html, /3 er ført opp/);
  const [first] = staff;
  assert.ok(first);
  const mail = await walk.newestMailTo(first.email, /^Du har plass/);
  assert.match(mail.text, /Styrkespotting hos dere/);
  walk.say("She types three names into the page. Those with an address get a mail with the day for their calendar.");

  const path = `/workplace-courses/${courseId}/participants/spreadsheet`;
  const sheet = async (rows: string[][]) => ({ file: await xlsx("Deltakere", rows) });
  const rows = [["Navn", "E-post"], ...staff.map(({ name, email }) => [name, email]), ["Cato Ceder", ""]];
  const broken = await walk.refused("participants-unreadable", "POST", path, {
    key,
    body: await sheet([...rows, ["", "navnløs@example"]]),
  });
  assert.match(broken, /rad 5/i);
  walk.say(`Her spreadsheet has a row without a name, and she is told: "${broken}"`);
  const more = Array.from({ length: 1000 }, (_, index) => [`Deltaker ${index}`, ""]);
  await walk.refused("participants-exceed-capacity", "POST", path, { key, body: await sheet([...rows, ...more]) });
  const done = await walk.post(ParticipantsListed, path, { key, body: await sheet(rows) });
  assert.deepEqual([done.listed, done.capacity], [4, 30]);
  await walk.post(ParticipantsListed, path, { key, body: await sheet(rows) });
  assert.match((await walk.open(page.address)).html, /4 er ført opp/);
  walk.say("The mended spreadsheet adds the one who was missing; sent twice, it doubles nobody.");
  await correctedAndRemoved(walk, page, staff);
}

async function correctedAndRemoved(walk: Walk, page: Page, [first, second]: readonly Person[]): Promise<void> {
  assert.ok(first && second);
  /** The form of whoever the course's page names so. */
  const formOf = async (name: string) => {
    const course = await walk.open(page.address);
    const item = course.html.split("<li>").find((each) => each.includes(name)) ?? "";
    return walk.open(linkOn({ ...course, html: item }, /\/participants\//));
  };
  const mended = `${first.name}-Vik`;
  const corrected = await walk.submit(await formOf(first.name), /participants\/plc_[^/]*\?/, {
    name: mended,
    email: first.email,
  });
  assert.match(corrected.html, new RegExp(`${mended} \\(`));
  const removed = await walk.submit(await formOf(second.name), /\/removal/);
  assert.match(removed.html, /3 er ført opp/);
  assert.doesNotMatch(removed.html, new RegExp(second.name));
  const told = await walk.newestMailTo(second.email, /^Plassen din er avbestilt/);
  assert.match(told.text, /Rut Rektorsen har avbestilt plassen din/);
  walk.say(`${first.name}'s name is mended; ${second.name} can't come, is taken off the list and told by mail.`);
}
