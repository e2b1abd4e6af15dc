import assert from "node:assert/strict";
import { plusSeconds } from "#kernel/clock";
import { seededProduct } from "#local/seed/seed";
import { arrange, available } from "../arranging.ts";
import { ADDRESS, kr, pay, place } from "../buying.ts";
import { linkIn, linkOn } from "../page.ts";
import type { Walk } from "../walk.ts";

const DAY = 86_400;

/** Goods, a place for oneself and two for colleagues in one order; one colleague is named later, by the link in the mail. */
export async function basket(walk: Walk): Promise<void> {
  const course = await arrange(walk, "course-bergen");
  const [mona, ola, pia] = ["Mona Medarbeider", "Ola Oppmøte", "Pia Påmeldt"].map((name) => walk.person(name));
  assert.ok(mona && ola && pia);
  const courseplace = { offeringId: course.offeringId, ticketTypeId: "ordinary" };
  const books = { kindergarten: seededProduct("book-kindergarten"), smart3: seededProduct("book-smart-3") };
  const placed = await place(walk, {
    buyer: mona,
    deliveryAddress: { name: mona.name, ...ADDRESS },
    goods: [{ productId: seededProduct("smart-relasjon"), quantity: 1 }],
    places: [
      { ...courseplace, participant: mona, chosenGoods: [books.kindergarten] },
      { ...courseplace, participant: ola, chosenGoods: [books.smart3] },
      courseplace,
    ],
    payment: "card",
    // 620 g of goods go for the first step of the freight.
    expectedTotal: 350_00 + 3 * 950_00 + 79_00,
  });
  const order = await pay(walk, placed);
  assert.equal(order.paid, 3_279_00);
  walk.say(
    `${mona.name} orders a book, a place for herself and two for colleagues, one without a name: ${kr(order.paid)}.`,
  );
  await walk.newestMailTo(ola.email, /^Du har plass/);

  const confirmation = await walk.newestMailTo(mona.email, /Bekreftelse på bestilling/);
  assert.match(confirmation.text, /mangler navn/);

  await walk.passTo(plusSeconds(course.namingDeadline, -3 * DAY));
  const reminder = await walk.newestMailTo(mona.email, /^Hvem kommer\? Fyll inn navn/);
  assert.match(reminder.text, /Én plass/);
  walk.say("Three days before names must be in, she is reminded of the one that is missing.");

  const before = await available(walk, "book-smart-3");
  const unnamed = order.lines.findLast((line) => line.kind === "place");
  assert.ok(unnamed?.kind === "place");
  const orderPage = await walk.open(linkIn(reminder, /\/orders\//));
  const form = await walk.open(linkOn(orderPage, new RegExp(`${unnamed.placeId}/participant`)));
  const after = await walk.submit(form, /participant/, {
    name: pia.name,
    email: pia.email,
    "goods-0": books.smart3,
    "answer-allergies": "",
  });
  assert.match(after.html, new RegExp(pia.name));
  assert.equal(await available(walk, "book-smart-3"), before - 1);
  walk.say(`She opens the link in the mail and fills in ${pia.name} and a book, which is reserved just then.`);

  await walk.newestMailTo(pia.email, /^Du har plass/);

  const [day] = course.sessions;
  assert.ok(day);
  await walk.passTo(plusSeconds(day.startsAt, -course.reminderHours * 3600));
  for (const { email } of [mona, ola, pia]) await walk.newestMailTo(email, /^Snart/);
  walk.say("Two days before the course all three are reminded of it.");
}
