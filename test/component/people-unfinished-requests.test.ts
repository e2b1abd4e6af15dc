import { BatchWriteItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { expect, test } from "vitest";
import { plusSeconds } from "#kernel/clock";
import { ZERO } from "#kernel/money";
import { keepRetentionUseCase } from "#people/app/keep-retention";
import { kindsOfRows } from "#people/app/kinds-of-rows";
import { erasureFinished } from "#people/events/erasure-finished";
import { exportFinished } from "#people/events/export-finished";
import { erasurePage, exportPage } from "#people/http/pages/personal-data-pages";
import { erasureView, exportView } from "#people/http/personal-data-view";
import { allRows, retentionRounds } from "#people/store/personal-data";
import { openRichLife, PETRA } from "#test/rich-life";
import type { Row } from "#test/rows";
import { brokenOf } from "#test/rules";

const HOUR = 3_600;
const DAY = 24 * HOUR;

type Life = Awaited<ReturnType<typeof openRichLife>>;

const told = async (life: Life) => (await life.shop.facts()).filter(({ type }) => type === erasureFinished.type).length;

/** Rows that a walk passes by: a page of them and some more. */
async function fill({ shop: { table } }: Life): Promise<void> {
  for (let from = 0; from < 275; from += 25) {
    const puts = Array.from({ length: 25 }, (_, index) => ({
      PutRequest: { Item: marshall({ pk: `IDEMPOTENCY#${from + index}`, sk: "IDEMPOTENT-ANSWER" }) },
    }));
    await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: puts } }));
  }
}

for (const kind of ["export", "erasure"] as const) {
  test(`an ${kind} whose message is lost, the first or a later one, comes back by itself within hours, and once`, async () => {
    const life = await openRichLife();
    await fill(life);
    for (let orders = 0; orders < 12; orders += 1) await life.order({ payment: "free" });
    const { requestId } = await life.ask(kind, PETRA.email);
    await life.lose();
    const status = async () => (await life.requests.get(requestId))?.status;
    // Nothing is begun twice while a message may still be on its way.
    life.shop.pass(HOUR - 60);
    await life.sweep();
    expect(await life.deliver()).toBe(0);
    life.shop.pass(120);
    await Promise.all([life.sweep(), life.sweep()]);
    await life.sweep();
    expect(await life.deliver()).toBe(1);
    expect((await life.requests.get(requestId))?.page).toBe(2);
    // The next page's is lost too; what was lost comes late, and is old.
    await life.lose();
    life.shop.pass(HOUR + 60);
    await life.sweep();
    await life.settle(2);
    expect(await status()).toBe("done");
    expect(brokenOf(["personal-data"], await life.shop.everything())).toEqual([]);
    if (kind === "erasure") {
      expect(await told(life)).toBe(1);
      const answer = await life.requests.get(requestId);
      const treated = answer?.kind === "erasure" && answer.treated.find((each) => each.kind === "order");
      expect(treated).toMatchObject({ does: "pseudonymise", count: 12 });
    }
  });
}

test("a walk that never goes on is begun again ever more seldom, and the reconciler names it", async () => {
  const life = await openRichLife();
  const { requestId } = await life.ask("export", PETRA.email);
  let begun = 0;
  for (let hours = 0; hours < 72; hours += 1) {
    begun += await life.lose();
    life.shop.pass(HOUR);
    await life.sweep();
  }
  // After 1, 3, 7, 15, 31 and 55 hours; the first message was the request's own.
  expect(begun).toBe(7);
  expect(brokenOf(["personal-data"], await life.shop.everything())).toEqual([
    `The export ${requestId} was begun again 6 times, and stands still`,
  ]);
});

/** A row of hers of a kind that can't be read any more; answers how to mend it. */
async function spoil(life: Life, is: (row: Row) => boolean, values: Row): Promise<() => Promise<void>> {
  const row = (await life.shop.everything()).find(is);
  if (!row) throw new Error("there is such a row");
  const put = async (values: Row) => {
    const Item = marshall({ ...row, ...values }, { removeUndefinedValues: true });
    await life.shop.table.client.send(new PutItemCommand({ TableName: life.shop.table.name, Item }));
  };
  await put(values);
  return () => put({});
}

const herPlace = ({ sk, participant }: Row) =>
  `${sk}`.startsWith("PLACE#") && `${JSON.stringify(participant)}`.includes(PETRA.email);

test("a row that can't be read stops nothing else; the erasure isn't said to be done until it is mended, and then ends by itself", async () => {
  const life = await openRichLife();
  await life.live();
  const mend = await spoil(life, herPlace, { status: "lost" });
  const { requestId, caller } = await life.ask("erasure", PETRA.email);
  await life.settle();
  const answer = await life.read.erasure(requestId, caller);
  expect(answer).toMatchObject({
    status: "incomplete",
    email: PETRA.email,
    unreadable: [{ kind: "place", count: 1, keys: [expect.stringMatching(/^OFFERING#off_\w+ \/ PLACE#/)] }],
  });
  expect(answer.doneAt).toBeUndefined();
  expect(answer.treated.length).toBeGreaterThan(15);
  expect(await told(life)).toBe(0);
  const view = erasureView(answer, "nb");
  expect(view).toMatchObject({
    status: "incomplete",
    unreadable: [{ kind: "place", name: "Plasser på kurs og arrangementer", count: 1 }],
  });
  expect(JSON.stringify(view)).not.toContain("PLACE#");
  expect(erasurePage(answer, "nb", life.shop.origin())).toContain(
    "er ikke slettet ennå: Plasser på kurs og arrangementer (1)",
  );
  const [broken] = brokenOf(["personal-data"], await life.shop.everything()).filter((says) => says.includes(requestId));
  expect(broken).toMatch(/can't be ended, since rows can't be read: OFFERING#off_\w+ \/ PLACE#/);
  // Each day it is looked at again, and nothing else: not what she has done since, neither then nor once it is mended.
  const since = await life.order({ payment: "free", total: ZERO, paid: ZERO });
  const other = await life.ask("export", PETRA.email);
  life.shop.pass(DAY + 60);
  await life.sweep();
  await life.settle();
  const later = await life.read.erasure(requestId, caller);
  expect(later).toMatchObject({ status: "incomplete", kept: answer.kept, treated: answer.treated });
  expect(later.unreadable).toEqual(answer.unreadable);
  await mend();
  life.shop.pass(DAY + 60);
  await life.sweep();
  await life.settle();
  const done = await life.read.erasure(requestId, caller);
  expect(done).toMatchObject({ status: "done", unreadable: [] });
  expect(done.treated).toContainEqual(expect.objectContaining({ kind: "place", does: "pseudonymise", count: 1 }));
  expect(await told(life)).toBe(1);
  const rows = await life.shop.everything();
  expect(rows.find(({ orderNumber, sk }) => orderNumber === since.orderNumber && sk === "ORDER")?.["buyer"]).toEqual(
    since.buyer,
  );
  expect(await life.requests.get(other.requestId)).toBeDefined();
});

test("more rows that can't be read than are named are looked for anew, once those that are named can be read", async () => {
  const life = await openRichLife();
  const mends: (() => Promise<void>)[] = [];
  for (let orders = 0; orders < 22; orders += 1) {
    const { orderNumber } = await life.order({ payment: "free", total: ZERO, paid: ZERO });
    mends.push(await spoil(life, (row) => row["orderNumber"] === orderNumber, { status: "lost" }));
  }
  const { requestId, caller } = await life.ask("erasure", PETRA.email);
  await life.settle();
  expect((await life.read.erasure(requestId, caller)).unreadable).toMatchObject([{ kind: "order", count: 22 }]);
  for (const mend of mends) await mend();
  life.shop.pass(DAY + 60);
  await life.sweep();
  await life.settle();
  const done = await life.read.erasure(requestId, caller);
  expect(done).toMatchObject({ status: "done", unreadable: [] });
  expect(done.treated).toContainEqual(expect.objectContaining({ kind: "order", does: "pseudonymise", count: 22 }));
});

test("what hangs on a row and can't be read stops that row alone", async () => {
  const life = await openRichLife();
  await life.live();
  const place = (await life.shop.everything()).find(herPlace);
  const health = ({ sk }: Row) => sk === `HEALTH#${place?.["placeId"]}`;
  const mend = await spoil(life, health, { answers: "Nøtter" });
  const { requestId, caller } = await life.ask("erasure", PETRA.email);
  await life.settle();
  // Erased, the place would leave its answers behind, where nobody finds them.
  expect((await life.read.erasure(requestId, caller)).unreadable).toMatchObject([{ kind: "place", count: 1 }]);
  expect((await life.shop.everything()).filter(herPlace)).toHaveLength(1);
  await mend();
  life.shop.pass(DAY + 60);
  await life.sweep();
  await life.settle();
  expect((await life.read.erasure(requestId, caller)).status).toBe("done");
  expect((await life.shop.everything()).filter(health)).toEqual([]);
});

test("an export tells what can be read, and that something can't be", async () => {
  const life = await openRichLife();
  await life.live();
  const place = (await life.shop.everything()).find(herPlace);
  await spoil(life, ({ sk }) => sk === `HEALTH#${place?.["placeId"]}`, { answers: "Nøtter" });
  await spoil(life, ({ sk }) => sk === "ENQUIRY", { receivedAt: 12 });
  const { requestId, caller } = await life.ask("export", PETRA.email);
  await life.settle();
  const found = await life.read.export(requestId, caller);
  expect(found.request.status).toBe("incomplete");
  expect(found.request.unreadable.map(({ kind, count }) => [kind, count]).toSorted()).toEqual([
    ["enquiry", 1],
    ["health-answers", 1],
  ]);
  const kinds = new Set(found.rows.map(({ kind }) => kind));
  for (const kind of ["place", "order", "account"]) expect(kinds).toContain(kind);
  expect(exportView(found, "en").unreadable).toHaveLength(2);
  expect(exportPage(found, "nn")).toContain("Noko kan ikkje lesast og manglar her:");
  const nothing = "Vi har ingenting om deg.";
  expect(exportPage({ ...found, rows: [] }, "nb")).not.toContain(nothing);
  expect(exportPage({ request: { ...found.request, unreadable: [] }, rows: [] }, "nb")).toContain(nothing);
  expect((await life.shop.facts()).filter(({ type }) => type === exportFinished.type)).toHaveLength(1);
  life.shop.pass(15 * DAY);
  await life.sweep();
  await life.sweep();
  expect(await life.requests.get(requestId)).toBeUndefined();
});

test("what can't be read of somebody else's doesn't concern her; the night names it, and treats the rest", async () => {
  const life = await openRichLife();
  await life.live();
  const others = (row: Row) => row["sk"] === "ORDER" && !JSON.stringify(row).includes(PETRA.email);
  const order = await life.order({
    buyer: { name: "Rut Eksempel", email: "rut@example.no" },
    deliveryAddress: undefined,
  });
  await spoil(life, others, { status: "lost" });
  const { requestId, caller } = await life.ask("erasure", PETRA.email);
  await life.settle();
  expect((await life.read.erasure(requestId, caller)).status).toBe("done");
  expect(await life.night()).toBe(1);
  const broken = brokenOf(["personal-data"], await life.shop.everything());
  expect(broken).toContain(`The night's round could not treat ORDER#${order.orderNumber} / ORDER`);
});

test("a row that only failed this night isn't named as one to be restored, and is treated the next", async () => {
  const life = await openRichLife();
  const { table, ports, clock } = life.shop;
  const expired = { status: "expired", confirmedAt: undefined, paid: ZERO } as const;
  const order = await life.order({ ...expired, hold: { endsAt: plusSeconds(clock(), -199 * DAY), extended: false } });
  const rows = allRows(table);
  let busy = true;
  const keepRetention = keepRetentionUseCase({
    unitOfWork: ports.unitOfWork,
    kindsOfRows: kindsOfRows(life.data),
    retentionRounds: retentionRounds(table),
    tellFailure: () => undefined,
    allRows: { ...rows, get: (key) => (busy ? Promise.reject(new Error("throttled")) : rows.get(key)) },
  });
  const buyer = async () => (await rows.get({ pk: `ORDER#${order.orderNumber}`, sk: "ORDER" }))?.["buyer"];
  expect(await keepRetention(life.shop.origin())).toEqual({ failed: 1, more: false });
  expect(await retentionRounds(table).get()).toMatchObject({ status: "done", untreated: [] });
  expect(await buyer()).toEqual(order.buyer);
  busy = false;
  life.shop.pass(DAY);
  expect(await keepRetention(life.shop.origin())).toEqual({ failed: 0, more: false });
  expect(await buyer()).not.toEqual(order.buyer);
});
