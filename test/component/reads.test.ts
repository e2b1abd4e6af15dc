import { expect, test } from "vitest";
import * as z from "zod";
import { part, type Write } from "#kernel/transaction-part";
import { getItem, getItems } from "#platform/dynamo/table";
import { openShop } from "#test/shop";

const Row = z.object({ sk: z.string() });
const keyOf = (number: number) => ({ pk: "ROW#1", sk: `ROW#${number}` });

async function openRows(count: number) {
  const shop = await openShop();
  const writes = Array.from({ length: count }, (_, number): Write => {
    return { kind: "create", key: keyOf(number), item: {}, guards: [] };
  });
  for (let from = 0; from < count; from += 100) {
    await shop.ports.unitOfWork.handle(shop.origin(), async () => [part(writes.slice(from, from + 100))]);
  }
  const requests: string[] = [];
  shop.table.client.middlewareStack.add(
    (next, context) => (args) => {
      requests.push(String(context["commandName"]));
      return next(args);
    },
    { step: "initialize", name: "seen" },
  );
  return { table: shop.table, requests };
}

test("what is asked at once is one request, and each gets its own answer", async () => {
  const { table, requests } = await openRows(2);
  const [one, none, both] = await Promise.all([
    getItem(table, keyOf(0), Row),
    getItem(table, keyOf(9), Row),
    getItems(table, [
      { key: keyOf(1), schema: Row },
      { key: keyOf(0), schema: Row },
    ]),
  ]);
  expect([one?.sk, none, ...both.map((row) => row?.sk)]).toEqual(["ROW#0", undefined, "ROW#1", "ROW#0"]);
  expect(requests).toEqual(["BatchGetItemCommand"]);
});

test("what is asked alone is one plain read", async () => {
  const { table, requests } = await openRows(1);
  expect(await getItem(table, keyOf(0), Row)).toEqual({ sk: "ROW#0" });
  expect(requests).toEqual(["GetItemCommand"]);
});

test("more than a request's 100 keys are several requests", async () => {
  const { table, requests } = await openRows(120);
  const rows = await getItems(
    table,
    Array.from({ length: 120 }, (_, number) => ({ key: keyOf(number), schema: Row })),
  );
  expect(rows.every((row, number) => row?.sk === `ROW#${number}`)).toBe(true);
  expect(requests).toHaveLength(2);
});

test("a row that isn't what its schema says fails whoever asked for it, and nobody else", async () => {
  const { table } = await openRows(1);
  const outcomes = await Promise.allSettled([
    getItem(table, keyOf(0), z.object({ price: z.int() })),
    getItem(table, keyOf(0), Row),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});
