import assert from "node:assert/strict";
import { Offering } from "#catalogue/domain/offering";
import { seededProduct } from "#local/seed/seed";
import { JoinedAnswer } from "#registration/app/join-waiting-list";
import { arrange, available } from "../arranging.ts";
import { type Basket, pay, place, see } from "../buying.ts";
import type { Person, Walk } from "../walk.ts";

/** A course is called off: everybody is told, and has their money back. */
export async function calledOff(walk: Walk): Promise<void> {
  const course = await arrange(walk, "course-bergen", () => ({ capacity: 3 }));
  const [mia, nora, rolf, vera] = ["Mia Morgenfugl", "Nora Nøkkelring", "Rolf Regnfrakk", "Vera Vindjakke"].map(
    (name) => walk.person(name),
  );
  assert.ok(mia && nora && rolf && vera);
  const before = await available(walk, "book-kindergarten");
  const paid = await place(walk, orderOf(course, mia, [mia, nora]));
  await pay(walk, paid);
  const unpaid = await place(walk, orderOf(course, rolf, [rolf]));
  const { offeringId, version } = course;
  await walk.post(JoinedAnswer, `/offerings/${offeringId}/waiting-list`, {
    body: { name: vera.name, email: vera.email, ticketTypeId: "ordinary" },
  });
  walk.say(`${mia.name} has two places, ${rolf.name} has not paid for the third, and ${vera.name} waits in line.`);

  const reason = { nb: "Kursholderen er blitt syk." };
  const cancellation = { as: "administrator", body: { version, reason } } as const;
  assert.equal((await walk.post(Offering, `/offerings/${offeringId}/cancellation`, cancellation)).status, "cancelled");
  await walk.settle();
  walk.say(`An administrator calls the course off: "${reason.nb}"`);

  const refunded = await see(walk, paid);
  assert.deepEqual([refunded.status, refunded.total, refunded.paid], ["cancelled", 0, 0]);
  for (const { email } of [mia, nora]) {
    const mail = await walk.newestMailTo(email, /^Avlyst/);
    assert.match(mail.text, /Kursholderen er blitt syk/);
    assert.match(await walk.attachment(mail, ".ics"), /METHOD:CANCEL/);
  }
  assert.match((await walk.newestMailTo(mia.email, /^Pengene er på vei tilbake/)).text, /1\s900\skr/);
  assert.match((await walk.newestMailTo(vera.email, /^Avlyst/)).text, /ventelisten er lukket/);
  walk.say(
    `${mia.name} and ${nora.name} are told why, and it goes out of their calendars; all the money goes back. ${vera.name} is told too.`,
  );

  // The unpaid order ends at the next minute's sweep, when Stripe has said that nothing was paid.
  await walk.pass(2 * 60);
  assert.equal((await see(walk, unpaid)).status, "expired");
  assert.equal(await available(walk, "book-kindergarten"), before);
  const told = await walk.refused("offering-not-open", "POST", "/orders", { body: orderOf(course, vera, [vera]) });
  walk.say(`${rolf.name} can no longer pay, the books are back in stock, and nobody new signs up: "${told}"`);
}

function orderOf({ offeringId }: Offering, buyer: Person, participants: readonly Person[]): Basket {
  const chosenGoods = [seededProduct("book-kindergarten")];
  return {
    buyer,
    places: participants.map((participant) => ({ offeringId, ticketTypeId: "ordinary", participant, chosenGoods })),
    payment: "card",
    expectedTotal: participants.length * 950_00,
  };
}
