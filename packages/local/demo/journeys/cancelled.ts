import assert from "node:assert/strict";
import { PublicOffering } from "#catalogue/http/offering-views";
import { seededProduct } from "#local/seed/seed";
import { PlacesCancelledAnswer } from "#ordering/app/cancel-places";
import { arrange, available } from "../arranging.ts";
import { kr, pay, place, see } from "../buying.ts";
import type { Walk } from "../walk.ts";

/** One of three places is cancelled in time: its money goes back, it is free again, and the others stay. */
export async function cancelled(walk: Walk): Promise<void> {
  const course = await arrange(walk, "course-bergen", () => ({ capacity: 3 }));
  const [gro, ida, leo] = ["Gro Grunnskole", "Ida Idretten", "Leo Lekeplass"].map((name) => walk.person(name));
  assert.ok(gro && ida && leo);
  const placed = await place(walk, {
    buyer: gro,
    places: [gro, ida, leo].map((participant) => ({
      offeringId: course.offeringId,
      ticketTypeId: "ordinary",
      participant,
      chosenGoods: [seededProduct("book-youth")],
    })),
    payment: "card",
    expectedTotal: 3 * 950_00,
  });
  const order = await pay(walk, placed);
  walk.say(`${gro.name} pays ${kr(order.paid)} for three places, the last ones.`);
  const openPlaces = async () => (await walk.get(PublicOffering, `/offerings/${course.offeringId}`)).openPlaces;
  assert.equal(await openPlaces(), 0);

  const books = await available(walk, "book-youth");
  const places = order.lines.filter((line) => line.kind === "place");
  const path = `/orders/${order.orderNumber}/cancellations`;
  const cancel = { key: placed.key, body: { placeIds: [places[1]?.placeId] } };
  const answer = await walk.post(PlacesCancelledAnswer, path, cancel);
  assert.deepEqual([answer.status, answer.total, answer.owedBack], ["confirmed", 1_900_00, 950_00]);
  await walk.settle();
  const after = await see(walk, placed);
  assert.deepEqual([after.total, after.paid], [1_900_00, 1_900_00]);
  assert.deepEqual(
    after.lines.map((line) => line.cancelledAt !== undefined),
    [false, true, false],
  );
  assert.equal(await openPlaces(), 1);
  assert.equal(await available(walk, "book-youth"), books + 1);
  walk.say(`${ida.name} cannot come, so her place is cancelled: it is free again, and its book is back in stock.`);

  const told = await walk.newestMailTo(gro.email, /^Avbestilt/);
  assert.match(told.text, /950\skr tilbake på kortet/);
  walk.keepPage("avbestilling.html", told);
  assert.match(await walk.attachment(told, ".ics", "avlyst.ics"), /METHOD:CANCEL/);
  assert.match((await walk.newestMailTo(gro.email, /^Pengene er på vei tilbake/)).text, /950\skr/);
  walk.say(`${kr(answer.owedBack)} go back to the card; she gets a mail about both.`);

  await walk.refused("place-already-cancelled", "POST", path, cancel);
  await walk.passTo(course.cancellationDeadline);
  const late = await walk.refused("cancellation-deadline-passed", "POST", path, {
    key: placed.key,
    body: { placeIds: [places[2]?.placeId] },
  });
  walk.say(`After the deadline she is told: "${late}"`);
}
