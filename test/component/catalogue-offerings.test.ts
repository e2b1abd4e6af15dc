import { beforeEach, expect, test } from "vitest";
import { changeOfferingUseCase } from "#catalogue/app/change-offering";
import { offeringEdits } from "#catalogue/app/offering-edits";
import { type Offering, OfferingDetails } from "#catalogue/domain/offering";
import { toInstant } from "#kernel/clock";
import type { DomainError } from "#kernel/domain-error";
import { mint } from "#kernel/id";
import { OfferingId } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { offeringSeeds } from "#local/seed/offerings";
import { seed, seededOffering, seededProduct } from "#local/seed/seed";
import { placeOrderUseCase } from "#ordering/app/place-order";
import { systemRandom } from "#platform/random";
import { takePlacesUseCase } from "#registration/app/take-places";
import { type Catalogue, openCatalogue } from "#test/catalogue";
import { KARI, ORDINARY } from "#test/shop";

const now = toInstant(Date.UTC(2026, 10, 2, 9));
const digital = offeringSeeds["course-digital"](now);
let shop: Catalogue;

beforeEach(async () => {
  shop = await openCatalogue(now);
});

/** A published course with so many places. */
async function course(capacity: number, values: Partial<typeof digital> = {}): Promise<Offering> {
  const details = OfferingDetails.parse({ ...digital, capacity, ...values });
  const draft = await shop.app.createOffering(shop.origin(), details);
  return shop.app.changeOffering.publish(shop.origin(), draft);
}

function edit(offering: Offering, values: Partial<typeof digital>) {
  const details = OfferingDetails.parse({ ...digital, capacity: offering.capacity, ...values });
  return shop.app.changeOffering.edit(shop.origin(), offering, details);
}

function signUp(offering: Offering, name = KARI.name, placeOrder = shop.placeOrder) {
  return placeOrder(
    shop.origin(),
    {
      buyer: KARI,
      payment: "card",
      expectedTotal: kroner(250),
      goods: [],
      places: [
        {
          offeringId: offering.offeringId,
          ticketTypeId: ORDINARY,
          participant: { name },
          chosenGoods: [],
          answers: [],
        },
      ],
    },
    "nb",
  );
}

function refused(promise: Promise<unknown>): Promise<DomainError> {
  return promise.then(
    (answer) => expect.fail(`should have been refused, but answered ${JSON.stringify(answer)}`),
    (error: DomainError) => error,
  );
}

async function left({ offeringId }: Offering) {
  return (await shop.capacity.left([offeringId])).get(offeringId);
}

test("a draft takes nobody; publishing it opens its counters and says so, in one transaction", async () => {
  const draft = await shop.app.createOffering(shop.origin(), OfferingDetails.parse(digital));
  expect(await left(draft)).toBeUndefined();
  expect((await refused(signUp(draft))).details).toMatchObject({ reason: "unpublished" });
  const published = await shop.app.changeOffering.publish(shop.origin(), draft);
  expect(published).toMatchObject({ status: "published", version: 2 });
  expect(await left(published)).toMatchObject({ free: 100, open: 100, "free:ordinary": 100 });
  const { offeringId } = draft;
  expect(await shop.facts()).toMatchObject([
    { type: "catalogue.offering-published.v1", data: { offeringId, version: 2 } },
  ]);
  await signUp(published);
  expect(await left(published)).toMatchObject({ free: 99 });
});

test("two administrators with the same version: one changes it, the other is told", async () => {
  const offering = await course(10);
  const [first, second] = await Promise.allSettled([
    edit(offering, { title: { nb: "En" } }),
    edit(offering, { title: { nb: "To" } }),
  ]);
  const outcomes = [first, second].map((each) => (each.status === "fulfilled" ? each.value.version : each.reason.code));
  expect(outcomes.toSorted()).toEqual([3, "changed-meanwhile"]);
  expect((await refused(edit(offering, {}))).details).toEqual({ version: 3 });
});

test("more capacity is more free places, offered to who waits in line", async () => {
  const offering = await course(10);
  await signUp(offering);
  await edit(offering, { capacity: 14 });
  expect(await left(offering)).toMatchObject({ free: 13, open: 13, "free:ordinary": 13, "open:ordinary": 13 });
  expect((await shop.facts("registration.places-released.v1")).map(({ data }) => data)).toEqual([
    { offeringId: offering.offeringId, places: 4 },
  ]);
});

test("lowering the capacity below what is taken is refused, with who has the places", async () => {
  const offering = await course(5);
  const { orderNumber } = await signUp(offering, "Ola Eksempel");
  await signUp(offering, "Kari Eksempel");
  const refusal = await refused(edit(offering, { capacity: 1 }));
  expect(refusal.code).toBe("capacity-taken");
  expect(refusal.details).toMatchObject({ limit: "capacity", taken: 2 });
  const details = refusal.details as { places: { name: string }[] };
  expect(details.places.map(({ name }) => name).toSorted()).toEqual(["Kari Eksempel", "Ola Eksempel"]);
  expect(details.places).toContainEqual(expect.objectContaining({ orderNumber, name: "Ola Eksempel" }));
  expect(await left(offering)).toMatchObject({ free: 3, "free:ordinary": 3 });
  await edit(offering, { capacity: 2 });
  expect(await left(offering)).toMatchObject({ free: 0, "free:ordinary": 0 });
  expect((await refused(signUp(offering))).code).toBe("offering-full");
});

test("lowering a quota below what is taken is refused; a type may be closed at what is taken", async () => {
  const [type] = digital.ticketTypes;
  if (!type) throw new Error("the seed has a ticket type");
  const offering = await course(5, { ticketTypes: [{ ...type, quota: 4 }] });
  await signUp(offering);
  await signUp(offering);
  const refusal = await refused(edit(offering, { ticketTypes: [{ ...type, quota: 1 }] }));
  expect(refusal.details).toMatchObject({ limit: "ordinary", taken: 2 });
  await edit(offering, { ticketTypes: [{ ...type, quota: 2 }] });
  expect(await left(offering)).toMatchObject({ free: 3, "free:ordinary": 0 });
});

test("places taken between the reading and the lowering are seen: never fewer places than are taken", async () => {
  const offering = await course(4);
  let raced = false;
  const capacity = {
    ...shop.capacity,
    async left(offeringIds: readonly OfferingId[]) {
      const read = await shop.capacity.left(offeringIds);
      if (!raced) for (const name of ["En", "To", "Tre"]) await signUp(offering, name);
      raced = true;
      return read;
    },
  };
  const changeOffering = changeOfferingUseCase({ ...shop.ports, edits: offeringEdits({ ...shop.editing, capacity }) });
  const lower = changeOffering.edit(shop.origin(), offering, OfferingDetails.parse({ ...digital, capacity: 2 }));
  expect((await refused(lower)).details).toMatchObject({ limit: "capacity", taken: 3 });
  expect(await left(offering)).toMatchObject({ free: 1 });
});

test("an allotment's places go back to everybody when it is made smaller, and never below what is taken", async () => {
  await seed(shop.table, now);
  const festival = await shop.app.readOfferings.one("all", seededOffering("festival"));
  const details = offeringSeeds.festival(now);
  const smaller = { ...details, allotments: details.allotments.map((each) => ({ ...each, places: 10 })) };
  await shop.app.changeOffering.edit(shop.origin(), festival.offering, OfferingDetails.parse(smaller));
  expect(await left(festival.offering)).toMatchObject({ free: 290, "free:cohort": 26, "allotted:cohort": 10 });
});

test("other dates are a fact for everybody who has signed up; other words are not", async () => {
  const offering = await course(10);
  const renamed = await edit(offering, { title: { nb: "Nytt navn" } });
  const venue = { kind: "place", name: "Eksempel skole", address: "Eksempelveien 1, 5003 Bergen" } as const;
  await edit(renamed, { venue });
  expect((await shop.facts("catalogue.offering-changed.v1")).map(({ data }) => data)).toEqual([
    { offeringId: offering.offeringId, version: 4, changed: ["venue"] },
  ]);
});

test("a cancelled offering says so, keeps the reason to itself, and takes nobody who loaded it before", async () => {
  const offering = await course(10);
  const reason = { nb: "Kursholderen er syk." };
  // What place-order had read a moment before the cancellation.
  const stale = await shop.ports.forSale.load({ products: [], offerings: [offering.offeringId] });
  const cancelled = await shop.app.changeOffering.cancel(shop.origin(), offering, reason);
  expect(cancelled).toMatchObject({ status: "cancelled", cancellation: { reason, cancelledAt: now } });
  const [fact] = await shop.facts("catalogue.offering-cancelled.v1");
  expect(fact?.data).toEqual({ offeringId: offering.offeringId });
  const takePlaces = takePlacesUseCase({ ...shop.ports, random: systemRandom });
  const late = placeOrderUseCase({
    ...shop.ports,
    takePlaces,
    forSale: { load: async () => stale, recall: async () => stale },
  });
  expect((await refused(signUp(offering, KARI.name, late))).details).toMatchObject({ reason: "cancelled" });
  expect(await left(offering)).toMatchObject({ free: 10 });
});

test("a draft that is cancelled tells nobody", async () => {
  const draft = await shop.app.createOffering(shop.origin(), OfferingDetails.parse(digital));
  await shop.app.changeOffering.cancel(shop.origin(), draft, { nb: "Ikke nå" });
  expect(await shop.facts()).toEqual([]);
});

test("what isn't there can't be changed, and goods that aren't for sale can't be included", async () => {
  const stranger = { offeringId: mint(OfferingId, systemRandom), version: 1 };
  expect((await refused(shop.app.changeOffering.publish(shop.origin(), stranger))).code).toBe("not-found");
  const details = OfferingDetails.parse(offeringSeeds["course-bergen"](now, seededProduct));
  const draft = await shop.app.createOffering(shop.origin(), details);
  expect((await refused(shop.app.changeOffering.publish(shop.origin(), draft))).code).toBe("product-not-for-sale");
  expect(await left(draft)).toBeUndefined();
});

test("everybody sees what is published and to come, a page at a time; administrators see all", async () => {
  await seed(shop.table, now);
  await shop.app.createOffering(shop.origin(), OfferingDetails.parse(digital));
  const first = await shop.app.readOfferings.list("published", { limit: 2 });
  const second = await shop.app.readOfferings.list("published", { limit: 2, cursor: first.cursor });
  const seen = [...first.items, ...second.items].map(({ offering }) => offering.offeringId);
  expect(seen).toEqual(
    (["course-digital", "course-bergen", "network-meeting", "festival"] as const).map((name) => seededOffering(name)),
  );
  expect((await shop.app.readOfferings.list("all", { limit: 100 })).items).toHaveLength(5);
  shop.pass(30 * 86_400);
  expect((await shop.app.readOfferings.list("published", { limit: 100 })).items).toHaveLength(3);
});
