import assert from "node:assert/strict";
import * as z from "zod";
import type { Offering } from "#catalogue/domain/offering";
import { seededProduct } from "#local/seed/seed";
import { JoinedAnswer } from "#registration/app/join-waiting-list";
import { EntryView, ListedEntryView } from "#registration/http/entry-view";
import { arrange } from "../arranging.ts";
import { type Basket, kr, pay, place } from "../buying.ts";
import { linkIn, linkOn } from "../page.ts";
import type { Person, Walk } from "../walk.ts";

const HOUR = 3600;

/** The Bergen course: a place with a book of one's choice, and a waiting list when it is full. */
export async function dayCourse(walk: Walk): Promise<void> {
  const course = await arrange(walk, "course-bergen", () => ({ capacity: 2 }));
  walk.say(
    `An administrator publishes "${course.title.nb}": ${kr(950_00)}, two places, lunch, book and deck included.`,
  );

  const liv = walk.person("Liv Lesesal");
  const order = await pay(walk, await place(walk, onePlace(course, liv)));
  const [line] = order.lines;
  assert.deepEqual(
    line?.vat.map(({ what, category, net, vat }) => [what, category, net, vat]),
    [
      ["teaching", "E", 380_00, 0],
      ["serving", "S", 126_66, 31_67],
      ["book", "Z", 221_67, 0],
      ["deck", "S", 152_00, 38_00],
    ],
  );
  walk.say(`${liv.name} takes one place, chooses SMART ungdom as her book, and pays ${kr(order.paid)}.`);
  await confirmed(walk, course, liv);

  const odd = walk.person("Odd Ombestemt");
  await place(walk, onePlace(course, odd));
  walk.say(`${odd.name} takes the other place, and has 36 minutes to pay for it.`);

  await waitInLine(walk, course);
}

/** The confirmation has the day in a calendar file. */
async function confirmed(walk: Walk, { title, sessions: [day] }: Offering, person: Person): Promise<void> {
  const mail = await walk.newestMailTo(person.email, /Bekreftelse på bestilling/);
  assert.ok(mail.text.includes(title.nb) && mail.text.includes("Eksempel skole"));
  const calendar = await walk.attachment(mail, ".ics", "kalender.ics");
  const utc = (instant = "") => `${instant.slice(0, 19).replace(/[-:]/g, "")}Z`;
  for (const entry of [
    `DTSTART:${utc(day?.startsAt)}`,
    `DTEND:${utc(day?.endsAt)}`,
    `SUMMARY:${title.nb}`,
    "METHOD:PUBLISH",
  ])
    assert.ok(calendar.includes(entry), `the calendar file should have ${entry}:\n${calendar}`);
  walk.say(`The confirmation comes by mail, with a calendar file for ${day?.startsAt.slice(0, 10)}.`);
}

/** Two stand in line; the place that comes free goes to the first, and unanswered to the second. */
async function waitInLine(walk: Walk, course: Offering): Promise<void> {
  const [first, second, late] = ["Tiril Tålmodig", "Vidar Venter", "Siri Sistemann"].map((name) => walk.person(name));
  assert.ok(first && second && late);
  const full = await walk.refused("offering-full", "POST", "/orders", { body: onePlace(course, first) });
  assert.match(full, /ventelisten/);
  walk.say(`${first.name} wants one too, and is told: "${full}"`);

  const line = `/offerings/${course.offeringId}/waiting-list`;
  const join = ({ name, email }: Person) =>
    walk.post(JoinedAnswer, line, { body: { name, email, ticketTypeId: "ordinary" } });
  const entry1 = await join(first);
  const entry2 = await join(second);
  assert.deepEqual([entry1.position, entry2.position], [1, 2]);
  assert.match((await walk.newestMailTo(second.email, /^Du står på venteliste/)).text, /nummer 2/);
  const listed = await walk.get(z.object({ entries: z.array(ListedEntryView) }), line, { as: "administrator" });
  assert.deepEqual(
    listed.entries.map(({ name, position, why }) => [name, position, why]),
    [
      [first.name, 1, "offering-full"],
      [second.name, 2, "offering-full"],
    ],
  );
  walk.say(`${first.name} and ${second.name} stand in line, first and second; an administrator sees that it is full.`);

  const entryOf = ({ entryId, key }: typeof entry1) => walk.get(EntryView, `${line}/${entryId}`, { key });
  await walk.pass(HOUR);
  const offered = await entryOf(entry1);
  assert.equal(offered.status, "offered");
  assert.equal(Date.parse(offered.until ?? "") - (await walk.now()).getTime() > 46 * HOUR * 1000, true);
  assert.equal((await entryOf(entry2)).position, 1);
  await walk.newestMailTo(first.email, /^Det er plass til deg/);
  walk.say(`The unpaid place comes free after its time: ${first.name} is offered it, and has 48 hours.`);

  await walk.refused("offering-full", "POST", "/orders", { body: onePlace(course, late) });
  walk.say(`${late.name} comes by just then, and cannot get past the line.`);

  await walk.pass(48 * HOUR);
  assert.equal((await entryOf(entry1)).status, "lapsed");
  assert.equal((await entryOf(entry2)).status, "offered");
  await walk.newestMailTo(first.email, /^Fristen gikk ut/);
  walk.say(`${first.name} does not answer, so the place goes on to ${second.name}.`);

  await takeOffer(walk, second);
  assert.equal((await entryOf(entry2)).status, "accepted");
  walk.say(`${second.name} takes it by the link in the mail, and pays.`);
}

/** By the pages behind the mail's link, without a script: take the place, choose a book, go to Stripe, come back. */
async function takeOffer(walk: Walk, { name, email }: Person): Promise<void> {
  const offer = await walk.newestMailTo(email, /^Det er plass til deg/);
  const entryPage = await walk.open(linkIn(offer, /waiting-list/));
  const form = await walk.open(linkOn(entryPage, /\/page\/order/));
  const orderPage = await walk.submit(form, /\/page\/order/, {
    "buyer-name": name,
    "buyer-email": email,
    name,
    email,
    "goods-0": seededProduct("book-youth"),
    "answer-allergies": "",
  });
  const stripePage = await walk.submit(orderPage, /\/checkout/);
  await walk.atStripe(stripePage.address, "pay");
  assert.match((await walk.open(orderPage.address)).html, /bekreftet/i);
  await walk.newestMailTo(email, /^Bekreftelse/);
}

/** One place for oneself, by card. */
function onePlace({ offeringId }: Offering, person: Person): Basket {
  const chosenGoods = [seededProduct("book-youth")];
  return {
    buyer: person,
    places: [{ offeringId, ticketTypeId: "ordinary", participant: person, chosenGoods }],
    payment: "card",
    expectedTotal: 950_00,
  };
}
