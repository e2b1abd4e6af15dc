import { expect, test } from "vitest";
import { changeOfferingUseCase } from "#catalogue/app/change-offering";
import { OfferingDetails } from "#catalogue/domain/offering";
import { plusSeconds } from "#kernel/clock";
import { TicketTypeId } from "#kernel/ids";
import { openLine, outcome } from "#test/line";

const TWO_DAYS_SECONDS = 48 * 3600;

/** An offering of two places, both taken by one order each. */
async function fullOffering() {
  const line = await openLine();
  const offering = await line.offering({ capacity: 2 });
  const orders = [await line.order(offering), await line.order(offering)] as const;
  return { line, offering, orders };
}

test("nobody joins the waiting list while there are places", async () => {
  const line = await openLine();
  const offering = await line.offering({ capacity: 1 });
  expect(await outcome(line.join(offering))).toBe("offering-not-full");
  expect(await line.counters(offering)).toMatchObject({ free: 1, open: 1, waiting: 0 });
  await line.order(offering);
  expect(await outcome(line.join(offering))).toMatchObject({ position: 1 });
});

test("a place that comes free is offered to the first in line, for 48 hours", async () => {
  const { line, offering, orders } = await fullOffering();
  const first = await line.join(offering);
  const second = await line.join(offering);
  expect([first.position, second.position]).toEqual([1, 2]);

  await line.cancelPlaces(offering, orders[0].orderNumber);
  await line.settleEvents();

  const { entry } = await line.see(offering, first);
  expect(entry).toMatchObject({ status: "offered", until: expect.any(String) });
  expect(await line.see(offering, second)).toMatchObject({ entry: { status: "waiting" }, position: 1 });
  expect(await line.facts("registration.offer-made.v1")).toHaveLength(1);
  expect(await line.counters(offering)).toMatchObject({ free: 0, open: -1, waiting: 1 });
});

test("the offered place is taken by an order, once, and by nobody else's key", async () => {
  const { line, offering, orders } = await fullOffering();
  const first = await line.join(offering);
  const second = await line.join(offering);
  await line.cancelPlaces(offering, orders[0].orderNumber);
  await line.settleEvents();

  expect(await outcome(line.order(offering, { offer: { ...first, key: second.key } }))).toBe("offer-unknown");
  expect(await outcome(line.order(offering, { offer: second }))).toBe("offer-unknown");
  expect(await outcome(line.order(offering, { offer: first, places: 2 }))).toBe("offer-unknown");
  const answers = await Promise.all(Array.from({ length: 5 }, () => outcome(line.order(offering, { offer: first }))));
  expect(answers.filter((answer) => answer === "offer-ended")).toHaveLength(4);
  expect(await line.see(offering, first)).toMatchObject({ entry: { status: "accepted" } });
  expect(await line.placesTaken(offering)).toBe(2);
  expect(await line.counters(offering)).toMatchObject({ free: 0, open: -1, waiting: 1 });
});

test("an offer that nobody answers lapses, and the next in line gets the place", async () => {
  const { line, offering, orders } = await fullOffering();
  const first = await line.join(offering);
  const second = await line.join(offering);
  await line.cancelPlaces(offering, orders[0].orderNumber);
  await line.settleEvents();

  line.pass(TWO_DAYS_SECONDS - 1);
  await line.lapseOffer(line.origin(), { offeringId: offering.offeringId, entryId: first.entryId });
  expect(await line.see(offering, first)).toMatchObject({ entry: { status: "offered" } });
  line.pass(1);
  expect(await outcome(line.order(offering, { offer: first }))).toBe("offer-ended");
  await line.lapseOffer(line.origin(), { offeringId: offering.offeringId, entryId: first.entryId });
  await line.lapseOffer(line.origin(), { offeringId: offering.offeringId, entryId: first.entryId });
  await line.settleEvents();

  expect(await line.see(offering, first)).toMatchObject({ entry: { status: "lapsed" } });
  expect(await line.see(offering, second)).toMatchObject({ entry: { status: "offered" } });
  expect(await line.facts("registration.offer-lapsed.v1")).toHaveLength(1);
  expect(await line.counters(offering)).toMatchObject({ free: 0, open: 0, waiting: 0 });
});

test("saying no gives the place to the next at once; leaving the line moves those behind up", async () => {
  const { line, offering, orders } = await fullOffering();
  const [first, second, third] = [await line.join(offering), await line.join(offering), await line.join(offering)];
  await line.cancelPlaces(offering, orders[0].orderNumber);
  await line.settleEvents();

  await line.leave(offering, second);
  await line.leave(offering, second);
  expect(await line.see(offering, third)).toMatchObject({ position: 1 });
  await line.leave(offering, first);
  await line.settleEvents();

  expect(await line.see(offering, first)).toMatchObject({ entry: { status: "declined" } });
  expect(await line.see(offering, second)).toMatchObject({ entry: { status: "left" } });
  expect(await line.see(offering, third)).toMatchObject({ entry: { status: "offered" } });
  expect(await line.counters(offering)).toMatchObject({ free: 0, open: 0, waiting: 0 });
});

test("an entry is nobody else's to see or to leave", async () => {
  const { line, offering } = await fullOffering();
  const mine = await line.join(offering);
  const other = await line.join(offering);
  expect(await outcome(line.see(offering, { ...mine, key: other.key }))).toBe("not-found");
  expect(await outcome(line.leave(offering, { ...mine, key: other.key }))).toBe("not-found");
});

test("one whose ticket type is full lets those of another type by, and an administrator sees why", async () => {
  const line = await openLine();
  const EMPLOYEES = TicketTypeId.parse("employees");
  const [ordinary] = (await line.offering()).ticketTypes;
  if (!ordinary) throw new Error("The course has a ticket type.");
  const offering = await line.offering({
    capacity: 2,
    ticketTypes: [
      { ...ordinary, quota: 1 },
      { ...ordinary, ticketTypeId: EMPLOYEES },
    ],
  });
  await line.order(offering);
  const stuck = await line.join(offering);
  // One place is free, but of no use to the first in line; nobody new may pass them, so the next joins, and is let by.
  const next = await line.join(offering, EMPLOYEES);
  expect(await outcome(line.order(offering, { ticketTypeId: EMPLOYEES }))).toBe("offering-full");
  await line.settleEvents();

  expect(await line.see(offering, stuck)).toMatchObject({ entry: { status: "waiting" }, position: 1 });
  expect(await line.see(offering, next)).toMatchObject({ entry: { status: "offered" } });
  const { items } = await line.listWaitingList(offering.offeringId);
  expect(items).toMatchObject([
    { status: "waiting", position: 1, why: "offering-full" },
    { status: "offered", until: expect.any(String) },
  ]);
});

test("a round over a long line offers every free place, first come, first served, in pages", async () => {
  const line = await openLine();
  const offering = await line.offering({ capacity: 25 });
  const { orderNumber } = await line.order(offering, { places: 25 });
  const entries = [];
  for (let n = 0; n < 27; n++) {
    entries.push(await line.join(offering));
  }
  await line.cancelPlaces(offering, orderNumber);
  await line.settleEvents();

  const seen = await Promise.all(entries.map((each) => line.see(offering, each)));
  expect(seen.map(({ entry }) => entry.status)).toEqual([
    ...Array.from({ length: 25 }, () => "offered"),
    "waiting",
    "waiting",
  ]);
  expect(await line.counters(offering)).toMatchObject({ free: 0, open: -2, waiting: 2 });
  expect((await line.facts("registration.offer-round-continued.v1")).length).toBeGreaterThan(0);
});

test("an event delivered many times at once makes one round of offers", async () => {
  const { line, offering, orders } = await fullOffering();
  await line.join(offering);
  await line.join(offering);
  await line.cancelPlaces(offering, orders[0].orderNumber);
  const delivery = { context: "registration", eventId: "evt_0000000000000000000000" };
  await Promise.all(
    Array.from({ length: 10 }, () => line.makeOffers({ ...line.origin(), delivery }, offering.offeringId)),
  );
  expect(await line.facts("registration.offer-made.v1")).toHaveLength(1);
});

test("no personal data in the events of a waiting list", async () => {
  const { line, offering, orders } = await fullOffering();
  await line.join(offering);
  await line.cancelPlaces(offering, orders[0].orderNumber);
  await line.settleEvents();
  expect(JSON.stringify(await line.facts())).not.toMatch(/example\.no|Eksempel/);
});

test("when an offering is cancelled everybody in line hears it once, also who had an offer, and nobody gets the place", async () => {
  const { line, offering, orders } = await fullOffering();
  const offered = await line.join(offering);
  const waiting = await Promise.all(Array.from({ length: 25 }, () => line.join(offering)));
  await line.cancelPlaces(offering, orders[0].orderNumber);
  await line.settleEvents();
  expect(await line.see(offering, offered)).toMatchObject({ entry: { status: "offered" } });

  await line.replaceOffering({ ...offering, status: "cancelled" });
  const { offeringId } = offering;
  const delivery = { context: "registration", eventId: "evt_cancelled" };
  await line.closeWaitingList({ ...line.origin(), delivery }, offeringId);
  await line.closeWaitingList({ ...line.origin(), delivery }, offeringId);
  await line.settleEvents();

  for (const entry of [offered, ...waiting]) {
    expect(await line.see(offering, entry)).toMatchObject({ entry: { status: "closed" } });
  }
  expect(await line.facts("registration.waiting-list-closed.v1")).toHaveLength(26);
  expect(await line.facts("registration.offer-made.v1")).toHaveLength(1);
  expect(await line.counters(offering)).toMatchObject({ free: 1, open: 1, waiting: 0 });
});

test("a place that came free after sign-up had closed is offered once sign-up is open again", async () => {
  const { line, offering, orders } = await fullOffering();
  const first = await line.join(offering);
  line.pass((Date.parse(offering.signUpClosesAt) - Date.parse(line.clock())) / 1000);
  await line.cancelPlaces(offering, orders[0].orderNumber);
  await line.settleEvents();
  expect(await line.see(offering, first)).toMatchObject({ entry: { status: "waiting" } });

  const changeOffering = changeOfferingUseCase(line.ports);
  const { offeringId, status: _status, version: _version, ...described } = offering;
  const details = OfferingDetails.parse({ ...described, signUpClosesAt: plusSeconds(offering.signUpClosesAt, 86_400) });
  await changeOffering.edit(line.origin(), offering, details);
  await line.settleEvents();
  expect(await line.see(offering, first)).toMatchObject({ entry: { status: "offered", offeringId } });
});
