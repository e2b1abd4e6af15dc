import assert from "node:assert/strict";
import * as z from "zod";
import type { Offering } from "#catalogue/domain/offering";
import { Offering as OfferingSchema } from "#catalogue/domain/offering";
import { norwegianDay } from "#kernel/norwegian-time";
import { seededProduct } from "#local/seed/seed";
import { OrdersPage } from "#ordering/app/list-orders";
import { arrange, edit } from "../arranging.ts";
import { type OrderSeen, pay, place } from "../buying.ts";
import type { Person, Walk } from "../walk.ts";

/** What an administrator does with a course that people have signed up for. */
export async function administration(walk: Walk): Promise<void> {
  const course = await arrange(walk, "course-bergen", () => ({ capacity: 3 }));
  const [siv, tor] = ["Siv Sløyfe", "Tor Tavlekritt"].map((name) => walk.person(name));
  assert.ok(siv && tor);
  const { orderNumber, placedAt } = await signUp(walk, course, siv);
  await signUp(walk, course, tor);

  const month = norwegianDay(placedAt).slice(0, 7);
  const order = await walk.listed(`/orders?month=${month}`, OrdersPage, (each) => each.orderNumber === orderNumber);
  assert.deepEqual([order?.status, order?.paid, order?.buyer.name], ["confirmed", 950_00, siv.name]);
  walk.say(`An administrator finds the order of ${siv.name} among the month's.`);

  await tooSmall(walk, course, [siv, tor]);
  await lists(walk, course, [siv, tor]);
  await confirmedAgain(walk, orderNumber, siv);
  await moved(walk, course, [siv, tor]);
}

async function signUp(walk: Walk, { offeringId }: Offering, person: Person): Promise<OrderSeen> {
  const chosenGoods = [seededProduct("book-primary")];
  const placed = await place(walk, {
    buyer: person,
    places: [{ offeringId, ticketTypeId: "ordinary", participant: person, chosenGoods }],
    payment: "card",
    expectedTotal: 950_00,
  });
  return pay(walk, placed);
}

const CapacityTaken = z.object({
  code: z.literal("capacity-taken"),
  detail: z.string(),
  places: z.array(z.object({ name: z.string() })),
});

async function tooSmall(walk: Walk, course: Offering, people: readonly Person[]): Promise<void> {
  const { status, body } = await edit(walk, course, { capacity: 1 });
  assert.equal(status, 409);
  const refused = CapacityTaken.parse(body);
  assert.deepEqual(refused.places.map(({ name }) => name).toSorted(), people.map(({ name }) => name).toSorted());
  walk.say(`An administrator wants a smaller room, and is told: "${refused.detail}" – with who has the places.`);
}

async function lists(walk: Walk, { offeringId }: Offering, people: readonly Person[]): Promise<void> {
  const text = new TextDecoder().decode(
    await walk.download(`/offerings/${offeringId}/participants.csv`, "deltakere.csv"),
  );
  for (const { name, email } of people) assert.ok(text.includes(name) && text.includes(email), text);
  const workbook = await walk.download(`/offerings/${offeringId}/participants.xlsx`, "deltakere.xlsx");
  // Every workbook is a zip file.
  assert.equal(new TextDecoder().decode(workbook.slice(0, 2)), "PK");
  walk.say("The participant list comes as CSV and as an Excel workbook.");
}

async function confirmedAgain(walk: Walk, orderNumber: string, { name, email }: Person): Promise<void> {
  const confirmations = async () => (await walk.mailsTo(email)).filter(({ subject }) => /^Bekreftelse/.test(subject));
  const [first] = await confirmations();
  const path = `/orders/${orderNumber}/confirmation-mails`;
  assert.equal((await walk.ask("POST", path, { as: "administrator" })).status, 204);
  const [, second, third] = await confirmations();
  assert.ok(first && second && third === undefined);
  assert.equal(second.subject, first.subject);
  walk.say(`${name} has lost the confirmation, and gets it once more.`);
}

async function moved(walk: Walk, course: Offering, people: readonly Person[]): Promise<void> {
  const venue = { kind: "place", name: "Eksempel bibliotek", address: "Eksempelveien 2, 5003 Bergen" } as const;
  const { status, body, text } = await edit(walk, course, { venue });
  assert.equal(status, 200, text);
  assert.equal(OfferingSchema.parse(body).venue.kind, "place");
  for (const { email } of people) {
    const mail = await walk.newestMailTo(email, /Nytt sted/);
    assert.match(mail.text, /Eksempel bibliotek/);
    assert.match(await walk.attachment(mail, ".ics"), /SEQUENCE:2/);
  }
  walk.say("The course moves to the library, and everybody is told, with a calendar file that moves it there too.");
}
