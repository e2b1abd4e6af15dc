import { expect, test } from "vitest";
import { invariant } from "#kernel/domain-error";
import { rowChanged } from "#kernel/personal-data";
import { part } from "#kernel/transaction-part";
import { exportPersonUseCase } from "#people/app/export-person";
import { kindsOfRows } from "#people/app/kinds-of-rows";
import { treatRows } from "#people/app/treat-rows";
import type { AllRows } from "#people/ports/personal-data";
import { allRows } from "#people/store/personal-data";
import { openRichLife, PETRA, SECRETS } from "#test/rich-life";

test("what an export finds while it is being erased isn't left behind without it", async () => {
  const life = await openRichLife();
  const { unitOfWork } = life.shop.ports;
  const { requestId } = await life.ask("export", PETRA.email);
  const rows = allRows(life.shop.table);
  let found = 0;

  /** A page of the export's walk, written just after the erasure has looked for what there is. */
  async function findMore() {
    found += 1;
    await unitOfWork.handle(life.shop.origin(), async () => {
      const before = await life.requests.get(requestId);
      invariant(before !== undefined, "the export is being made");
      const page = life.requests.found(requestId, found, [{ kind: "order", fields: { name: PETRA.name } }]);
      return [page, life.requests.replace(before, { ...before, version: before.version + 1 })];
    });
  }

  const treat = treatRows({
    unitOfWork,
    kindsOfRows: kindsOfRows(life.data),
    allRows: {
      ...rows,
      async beginning(pk, sk) {
        const before = await rows.beginning(pk, sk);
        if (found < 2) await findMore();
        return before;
      },
    },
  });
  const row = await rows.get({ pk: `PERSONAL-DATA#${requestId}`, sk: "REQUEST" });
  const kind = row && kindsOfRows(life.data).found(row);
  invariant(row !== undefined && kind !== undefined, "an export has a policy");
  await treat(kind, row, {
    occasion: { now: life.shop.clock(), subject: { email: PETRA.email, hash: SECRETS.hash } },
    correlationId: life.shop.origin().correlationId,
    alongside: async () => [],
    stays: () => undefined,
  });
  expect(found).toBe(2);
  expect((await life.shop.everything()).filter(({ pk }) => pk === row.pk)).toEqual([]);
});

test("somebody who gets the place while its former participant is being erased keeps what they told of their health", async () => {
  const life = await openRichLife();
  const { unitOfWork } = life.shop.ports;
  const rows = allRows(life.shop.table);
  const { offeringId } = await life.shop.offering(life.held(60));
  const placeId = await life.place(offeringId, (await life.order()).orderNumber);
  const [key, health] = [`PLACE#${placeId}`, `HEALTH#${placeId}`].map((sk) => ({ pk: `OFFERING#${offeringId}`, sk }));
  invariant(key !== undefined && health !== undefined, "both are named");
  const row = await rows.get(key);
  const kind = row && kindsOfRows(life.data).found(row);
  invariant(row !== undefined && kind !== undefined, "a place has a policy");
  // The walk has seen the place; then its buyer names somebody else.
  const participant = { name: "Rut Eksempel", email: "rut@example.no" };
  const renamed = rowChanged(key, { version: 1 }, { set: { participant, ticketAddress: participant.email } });
  await unitOfWork.handle(life.shop.origin(), async () => [renamed]);
  const after = { place: await rows.get(key), health: await rows.get(health) };
  const treat = treatRows({ unitOfWork, kindsOfRows: kindsOfRows(life.data), allRows: rows });
  await treat(kind, row, {
    occasion: { now: life.shop.clock(), subject: { email: PETRA.email, hash: SECRETS.hash } },
    correlationId: life.shop.origin().correlationId,
    alongside: async () => [],
    stays: () => undefined,
  });
  expect(after.health).toBeDefined();
  expect({ place: await rows.get(key), health: await rows.get(health) }).toEqual(after);
});

/** Exports as functions do, with these looks at rows in place of the table's own. */
function exporting(life: Awaited<ReturnType<typeof openRichLife>>, looks: Partial<AllRows>) {
  return exportPersonUseCase({
    unitOfWork: life.shop.ports.unitOfWork,
    kindsOfRows: kindsOfRows(life.data),
    personalDataRequests: life.requests,
    subjectOf: (email) => ({ email, hash: SECRETS.hash }),
    tellFailure: () => undefined,
    allRows: { ...allRows(life.shop.table), ...looks },
  });
}

test("and isn't told to the former one either", async () => {
  const life = await openRichLife();
  const { unitOfWork } = life.shop.ports;
  const rows = allRows(life.shop.table);
  const { offeringId } = await life.shop.offering(life.held(60));
  const placeId = await life.place(offeringId, (await life.order()).orderNumber);
  const participant = { name: "Rut Eksempel", email: "rut@example.no" };
  let renamed = 0;
  const exportPerson = exporting(life, {
    // The walk has seen the place; then its buyer names somebody else, who tells of their own health.
    async beginning(pk, sk) {
      if (sk === `HEALTH#${placeId}` && renamed++ === 0) {
        const place = rowChanged(
          { pk, sk: `PLACE#${placeId}` },
          { version: 1 },
          { set: { participant }, remove: ["ticketAddress"] },
        );
        const answers = [{ questionId: "allergy", answer: "Skalldyr" }];
        const health = { kind: "change", key: { pk, sk }, set: { answers }, guards: [] } as const;
        await unitOfWork.handle(life.shop.origin(), async () => [place, part([health])]);
      }
      return rows.beginning(pk, sk);
    },
  });
  const { requestId, caller } = await life.ask("export", PETRA.email);
  await exportPerson(life.shop.origin(), requestId, { round: 1, page: 1 });
  const { request, rows: told } = await life.read.export(requestId, caller);
  expect([request.status, renamed]).toEqual(["done", 1]);
  expect(JSON.stringify(told)).not.toContain("Skalldyr");
});

test.each([
  { broken: 1, unreadable: [] },
  { broken: 2, unreadable: [{ kind: "health-answers", count: 1 }] },
])("what couldn't be read at $broken of two looks is missing once, or not at all", async ({ broken, unreadable }) => {
  const life = await openRichLife();
  const { unitOfWork } = life.shop.ports;
  const rows = allRows(life.shop.table);
  const { offeringId } = await life.shop.offering(life.held(60));
  const placeId = await life.place(offeringId, (await life.order()).orderNumber);
  let looks = 0;
  const exportPerson = exporting(life, {
    async beginning(pk, sk) {
      const found = await rows.beginning(pk, sk);
      if (sk !== `HEALTH#${placeId}`) return found;
      looks += 1;
      const touched = rowChanged({ pk, sk: `PLACE#${placeId}` }, { version: 1 }, { set: {} });
      if (looks === 1) await unitOfWork.handle(life.shop.origin(), async () => [touched]);
      return looks <= broken ? found.map((row) => ({ ...row, answers: "Nøtter" })) : found;
    },
  });
  const { requestId, caller } = await life.ask("export", PETRA.email);
  await exportPerson(life.shop.origin(), requestId, { round: 1, page: 1 });
  expect(looks).toBe(2);
  expect((await life.read.export(requestId, caller)).request.unreadable).toMatchObject(unreadable);
});
