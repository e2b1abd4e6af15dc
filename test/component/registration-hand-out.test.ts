import { expect, test } from "vitest";
import { stockKey } from "#catalogue/store/keys";
import { plusSeconds } from "#kernel/clock";
import { EventId } from "#kernel/event";
import { mint } from "#kernel/id";
import { ZERO } from "#kernel/money";
import { part } from "#kernel/transaction-part";
import { cancellation } from "#ordering/app/cancellation";
import { systemRandom } from "#platform/random";
import { type HandOutPorts, handOutUseCase } from "#registration/app/hand-out";
import { nameParticipantUseCase } from "#registration/app/name-participant";
import { handOutContinued } from "#registration/events/hand-out-continued";
import { openLine, outcome } from "#test/line";

/** 17 people, more than a page, with a book each of the two on the shelf; and a place that nobody is named for. */
async function openCourse(pieces = 20) {
  const line = await openLine();
  const { productId } = await line.product(pieces);
  const other = await line.product(pieces);
  const { ticketTypes } = await line.offering();
  const offering = await line.offering({
    capacity: 20,
    ticketTypes: ticketTypes.map((each) => ({ ...each, price: ZERO })),
    includedGoods: [{ name: { nb: "Lærebok" }, oneOf: [productId, other.productId] }],
    namingDeadline: plusSeconds(line.clock(), 30 * 86_400),
  });
  const each = Array.from({ length: 17 }, (_none, index) => ({
    participant: { name: `Deltaker ${index + 1}` },
    chosenGoods: [productId],
  }));
  const { orderNumber, key } = await line.order(offering, { each: [...each, {}] });
  const { offeringId } = offering;
  return {
    ...line,
    offeringId,
    productId,
    otherId: other.productId,
    orderNumber,
    key,
    begin: (using: Partial<HandOutPorts> = {}) =>
      outcome(handOutUseCase({ ...line.ports, ...using }).begin(line.origin(), offeringId)),
    /** Delivers every event of the round, twice. */
    async deliver(using: Partial<HandOutPorts> = {}) {
      const { goOn } = handOutUseCase({ ...line.ports, ...using });
      const done = new Set<string>();
      for (;;) {
        const next = (await line.facts(handOutContinued.type)).find(({ id }) => !done.has(id));
        if (!next) return done.size;
        done.add(next.id);
        const { cursor } = handOutContinued.data.parse(next.data);
        const origin = { ...line.origin(), delivery: { context: "registration", eventId: next.id } };
        await Promise.all([goOn(origin, offeringId, cursor), goOn(origin, offeringId, cursor)]);
      }
    },
    async shelf() {
      const { onHand, available } = (await line.row(stockKey(productId))) ?? {};
      return { onHand, available };
    },
    places: async () => (await line.ports.placesOfOffering.page(offeringId, 20)).items,
  };
}

test("included books leave the shelf once a place, whatever is asked again or delivered twice", async () => {
  const course = await openCourse();
  const before = await course.shelf();
  expect(await course.begin()).toBe("too-early-to-hand-out");
  course.pass(21 * 86_400);
  await course.begin();
  expect(await course.deliver()).toBe(2);
  expect(await course.shelf()).toEqual({ onHand: 3, available: before.available });
  await course.begin();
  await course.deliver();
  expect(await course.shelf()).toEqual({ onHand: 3, available: before.available });
  expect((await course.places()).filter(({ handedOut }) => handedOut)).toHaveLength(17);
});

test("negative control: without the mark on the place they leave it again", async () => {
  const course = await openCourse(40);
  course.pass(21 * 86_400);
  const placeParts = { handOut: () => part([]) };
  for (let round = 0; round < 2; round += 1) {
    const { goOn } = handOutUseCase({ ...course.ports, placeParts });
    const delivery = { context: "registration", eventId: mint(EventId, systemRandom) };
    await goOn({ ...course.origin(), delivery }, course.offeringId);
  }
  expect((await course.shelf()).onHand).toBeLessThan(40 - 17);
});

test("what was handed out comes back neither by a cancellation nor by another name", async () => {
  const course = await openCourse();
  course.pass(21 * 86_400);
  await course.begin();
  await course.deliver();
  const shelf = await course.shelf();
  const [one, other] = (await course.places()).filter(({ handedOut }) => handedOut);
  if (!one || !other) throw new Error("There are seventeen.");
  const cancel = cancellation(course.ports);
  await course.ports.unitOfWork.handle(course.origin(), async () => {
    const order = await course.ports.orders.get(course.orderNumber);
    if (!order) return [];
    const why = { why: "by-buyer", by: "buyer", seats: "give-back", now: course.clock() } as const;
    return (await cancel(order, [one.placeId], why)).parts;
  });
  expect((await course.places()).find(({ placeId }) => placeId === one.placeId)?.status).toBe("cancelled");
  expect(await course.shelf()).toEqual(shelf);
  const rename = nameParticipantUseCase(course.ports);
  const given = { participant: { name: "Ola Eksempel" }, chosenGoods: [course.otherId], answers: [] };
  const by = { kind: "guest" as const, key: course.key };
  const named = await rename(course.origin(), { orderNumber: course.orderNumber, placeId: other.placeId }, given, by);
  expect(named.goods).toEqual([course.productId]);
  expect(await course.shelf()).toEqual(shelf);
});
