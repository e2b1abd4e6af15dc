import { expect, test } from "vitest";
import { listParticipantsUseCase } from "#registration/app/list-participants";
import { placesOfOffering } from "#registration/store/places-of-offering";
import { openLine, outcome } from "#test/line";

/** A course with a question about health; 23 places of one order, and one that was cancelled. */
async function courseWithParticipants() {
  const line = await openLine();
  const offering = await line.offering({
    capacity: 30,
    questions: [{ questionId: "allergies", text: { nb: "Allergier?" }, kind: "health", required: false }],
  });
  const health = { consent: true, answers: [{ questionId: "allergies", answer: "Nøtter" }] };
  await line.order(offering, { places: 23, participant: { name: "Ola Eksempel" }, health });
  const cancelled = await line.order(offering, { participant: { name: "Kari Eksempel" } });
  await line.cancelPlaces(offering, cancelled.orderNumber);
  return { line, offering, participants: listParticipantsUseCase(line.ports) };
}

test("the list has who has the places, and neither who has none any more nor anybody's health", async () => {
  const { offering, participants } = await courseWithParticipants();
  const { places, cursor } = await participants.page(offering.offeringId);
  expect([places.length, cursor]).toEqual([23, undefined]);
  const rows = await participants.rows(offering.offeringId, "nb");
  expect(rows).toHaveLength(24);
  expect(JSON.stringify([rows, places])).not.toMatch(/Kari|Nøtter|Allergier/);
});

test("there is no list of an offering that isn't", async () => {
  const { line, participants } = await courseWithParticipants();
  const { offeringId } = await line.offering();
  expect(await participants.rows(offeringId, "nb")).toHaveLength(1);
  const other = await openLine();
  expect(await outcome(listParticipantsUseCase(other.ports).rows(offeringId, "nb"))).toBe("not-found");
});

test("a walk over an offering's places meets each once, 20 at a time, whatever its status", async () => {
  const { line, offering } = await courseWithParticipants();
  const walk = placesOfOffering(line.table);
  const first = await walk.page(offering.offeringId, 20);
  const second = await walk.page(offering.offeringId, 20, first.cursor);
  expect([first.items.length, second.items.length, second.cursor]).toEqual([20, 4, undefined]);
  expect(new Set([...first.items, ...second.items].map(({ placeId }) => placeId)).size).toBe(24);
});
