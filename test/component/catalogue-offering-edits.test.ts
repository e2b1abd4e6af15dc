import { expect, test } from "vitest";
import { changeOfferingUseCase } from "#catalogue/app/change-offering";
import { createOfferingUseCase } from "#catalogue/app/create-offering";
import { offeringEdits } from "#catalogue/app/offering-edits";
import { OfferingDetails } from "#catalogue/domain/offering";
import { offeringKey } from "#catalogue/store/keys";
import { type Instant, plusSeconds } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { mint } from "#kernel/id";
import { OfferingId } from "#kernel/ids";
import { part, type TransactionPart } from "#kernel/transaction-part";
import { systemRandom } from "#platform/random";
import { capacityKey } from "#registration/store/keys";
import { outcome } from "#test/line";
import { openShop } from "#test/shop";

const nobodyMinds = async (): Promise<readonly TransactionPart[]> => [];

/** A cohort that is published in a transaction of its own context; agreements are asked by `startMayMove`. */
async function publishedCohort(
  startMayMove: (cohortId: OfferingId, startsAt: Instant) => Promise<readonly TransactionPart[]> = nobodyMinds,
) {
  const shop = await openShop();
  const { unitOfWork } = shop.ports;
  const edits = offeringEdits({ ...shop.editing, seatsOfCohort: { startMayMove } });
  const { offeringId: _id, status: _status, version: _version, ...described } = await shop.offering();
  const [first] = described.sessions;
  if (!first) throw new Error("The course has a session.");
  const later = { startsAt: plusSeconds(first.startsAt, 86_400), endsAt: plusSeconds(first.endsAt, 86_400) };
  const details = OfferingDetails.parse({ ...described, kind: "cohort", sessions: [first, later] });
  const offeringId = mint(OfferingId, systemRandom);
  const { offering, parts } = edits.create(offeringId, details, "published");
  await unitOfWork.handle(shop.origin(), async () => parts);
  const moved = (hours: number, session: 0 | 1) => ({
    ...details,
    sessions: details.sessions.map((each, index) =>
      index === session ? { startsAt: plusSeconds(each.startsAt, hours * 3600), endsAt: each.endsAt } : each,
    ),
  });
  /** Edits it as its own context does, loading it anew each time. */
  const edit = (changed: OfferingDetails) =>
    outcome(
      unitOfWork.handle(shop.origin(), async () => {
        const before = await edits.get(offeringId);
        if (!before) throw new Error("The cohort is there.");
        return (await edits.edit(before, changed)).parts;
      }),
    );
  return { shop, edits, details, offering, moved, edit };
}

test("an offering is made and opened for sign-up in one transaction, or kept as a draft that nobody sees", async () => {
  const { shop, edits, details, offering } = await publishedCohort();
  expect(await shop.row(offeringKey(offering.offeringId))).toMatchObject({ status: "published", kind: "cohort" });
  expect(await shop.row(capacityKey(offering.offeringId))).toMatchObject({ free: 10, terms: offering.version });
  expect(await shop.facts("catalogue.offering-published.v1")).toHaveLength(1);
  const draft = edits.create(mint(OfferingId, systemRandom), details, "draft");
  await shop.ports.unitOfWork.handle(shop.origin(), async () => draft.parts);
  expect(await shop.row(capacityKey(draft.offering.offeringId))).toBeUndefined();
});

test("edits at once are made one after another: none is lost, and nobody is refused", async () => {
  const { shop, offering, details, edit } = await publishedCohort();
  const all = await Promise.all([11, 12, 13, 14].map((capacity) => edit({ ...details, capacity })));
  expect(all).toEqual([undefined, undefined, undefined, undefined]);
  const row = await shop.row(offeringKey(offering.offeringId));
  expect(row).toMatchObject({ version: offering.version + 4 });
  expect(await shop.row(capacityKey(offering.offeringId))).toMatchObject({ free: row?.["capacity"] });
});

test("a cohort's dates are changed in its calendar, and not by the catalogue's own route; the rest is", async () => {
  const { shop, edits, offering, details, moved } = await publishedCohort();
  const { edit } = changeOfferingUseCase({ unitOfWork: shop.ports.unitOfWork, edits });
  for (const session of [0, 1] as const)
    expect(await outcome(edit(shop.origin(), offering, moved(1, session)))).toBe("cohort-has-its-calendar");
  expect(await outcome(edit(shop.origin(), offering, { ...details, capacity: 36 }))).toMatchObject({ capacity: 36 });
});

test("no cohort is made by the catalogue's own route, and none becomes anything else there: it would have no calendar", async () => {
  const { shop, edits, details } = await publishedCohort();
  const { unitOfWork } = shop.ports;
  const create = createOfferingUseCase({ unitOfWork, offerings: shop.editing.offerings });
  expect(await outcome(create(shop.origin(), details))).toBe("cohort-has-its-calendar");
  const { edit } = changeOfferingUseCase({ unitOfWork, edits });
  const course = { ...details, kind: "course" as const };
  const draft = await create(shop.origin(), course);
  expect(await outcome(edit(shop.origin(), draft, details))).toBe("cohort-has-its-calendar");
  const cohort = edits.create(mint(OfferingId, systemRandom), details, "draft");
  await unitOfWork.handle(shop.origin(), async () => cohort.parts);
  expect(await outcome(edit(shop.origin(), cohort.offering, course))).toBe("cohort-has-its-calendar");
});

test("agreements are asked before a cohort's first day moves, and only then", async () => {
  const asked: unknown[] = [];
  const { offering, details, moved, edit } = await publishedCohort(async (...of) => {
    asked.push(of);
    return [];
  });
  await edit({ ...details, capacity: 20 });
  await edit(moved(1, 1));
  expect(asked).toEqual([]);
  await edit(moved(1, 0));
  expect(asked).toEqual([[offering.offeringId, moved(1, 0).sessions[0]?.startsAt]]);
});

test("what agreements refuse or find changed, the edit doesn't do", async () => {
  const refused = await publishedCohort(async () => {
    throw refusal("seats-would-break-agreement", { seats: [] });
  });
  expect(await refused.edit(refused.moved(1, 0))).toBe("seats-would-break-agreement");
  const missing = { pk: "AGREEMENT#none", sk: "SEATS" };
  const otherwise = () => refusal("seats-would-break-agreement", { seats: [] });
  const checked = await publishedCohort(async () => [
    part([{ kind: "check", key: missing, guards: [{ is: "present", otherwise }] }]),
  ]);
  expect(await checked.edit(checked.moved(1, 0))).toBe("seats-would-break-agreement");
  const { offeringId, version } = checked.offering;
  expect(await checked.shop.row(offeringKey(offeringId))).toMatchObject({ version });
});
