import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { part, type Write } from "#kernel/transaction-part";
import { type Page, type QueryOptions, queryDue, queryItems, queryList, type Table } from "#platform/dynamo/table";
import { openShop } from "#test/shop";

const Row = z.object({ pk: z.string(), sk: z.string() });
type Row = z.infer<typeof Row>;

const row = (whose: string, kind: string, number: number): Write => ({
  kind: "create",
  key: { pk: `OF#${whose}`, sk: `${kind}#${number}` },
  item: {
    ...{ listPartition: `LIST#${whose}`, listSort: `${kind}#${number}` },
    ...{ duePartition: whose, dueAt: `2026-11-0${number}` },
  },
  guards: [],
});

let table: Table;
beforeAll(async () => {
  const shop = await openShop();
  const rows = ["kari", "ola"].flatMap((whose) =>
    ["ORDER", "PLACE"].flatMap((kind) => [1, 2, 3].map((number) => row(whose, kind, number))),
  );
  await shop.ports.unitOfWork.handle(shop.origin(), async () => [part(rows)]);
  table = shop.table;
});

/** Every way to read a list, for two people, and for two kinds of rows of each. */
const lists: Readonly<Record<string, (options: QueryOptions) => Promise<Page<Row>>>> = Object.fromEntries(
  ["kari", "ola"].flatMap((whose) => [
    [`due of ${whose}`, (options) => queryDue(table, { context: whose, now: "2026-11-09" }, Row, options)],
    [`list of ${whose}`, (options) => queryList(table, { partition: `LIST#${whose}` }, Row, options)],
    ...["ORDER", "PLACE"].flatMap((kind): [string, (options: QueryOptions) => Promise<Page<Row>>][] => [
      [`${kind} of ${whose}`, (options) => queryItems(table, { pk: `OF#${whose}`, prefix: `${kind}#` }, Row, options)],
      [
        `list of ${kind} of ${whose}`,
        (options) => queryList(table, { partition: `LIST#${whose}`, prefix: `${kind}#` }, Row, options),
      ],
      [
        `list of ${kind} between, of ${whose}`,
        (options) =>
          queryList(table, { partition: `LIST#${whose}`, between: [`${kind}#1`, `${kind}#9`] }, Row, options),
      ],
    ]),
  ]),
);
const names = Object.keys(lists);
const read = (name: string, options: QueryOptions) => {
  const list = lists[name];
  if (!list) throw new Error(`There is no list ${name}.`);
  return list(options);
};
const keys = ({ items }: Page<Row>) => items.map(({ pk, sk }) => `${pk} ${sk}`);
const REFUSED = { code: "invalid-request", details: { errors: [{ pointer: "/query/cursor" }] } };
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe.each(names)("a cursor handed to the %s", (name) => {
  test("goes on where its own page ended", async () => {
    const first = await read(name, { limit: 2 });
    const all = await read(name, {});
    expect(keys(await read(name, { cursor: first.cursor }))).toEqual(keys(all).slice(2));
  });

  test("is refused when another list gave it, or shows rows of this one only", async () => {
    const own = new Set(keys(await read(name, {})));
    const whose = name.split(" ").at(-1) ?? "";
    let refused = 0;
    for (const other of names.filter((each) => each !== name)) {
      const { cursor } = await read(other, { limit: 2 });
      expect(cursor).toBeDefined();
      const handed = read(name, { cursor });
      // A list's part is in the whole: its cursor lies within.
      const page = await handed.catch((error: unknown) => error);
      if (page instanceof Error) {
        expect(page).toMatchObject(REFUSED);
        refused += 1;
      } else {
        expect(other.endsWith(whose)).toBe(true);
        for (const key of keys(await handed)) expect(own).toContain(key);
      }
    }
    expect(refused).toBeGreaterThanOrEqual(names.length / 2);
  });

  test.each([
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("OF#kari").toString("base64url")],
    ["a list", encoded([])],
    ["nothing", encoded({})],
    ["numbers", encoded({ pk: 1, sk: 2 })],
    ["what isn't a key", encoded({ pk: "OF#kari", sk: "ORDER#1", listPartition: "LIST#kari", more: "x" })],
    ["a type of the database", encoded({ pk: { S: "OF#kari" }, sk: { S: "ORDER#1" } })],
  ])("is refused when it holds %s", async (_what, cursor) => {
    await expect(read(name, { cursor })).rejects.toMatchObject(REFUSED);
  });

  test("is refused, or shows rows of this list only, whatever somebody puts into it", async () => {
    const own = new Set(keys(await read(name, {})));
    const text = fc.constantFrom(
      ...[
        "OF#kari",
        "OF#ola",
        "LIST#kari",
        "LIST#ola",
        "kari",
        "ola",
        "ORDER#1",
        "PLACE#1",
        "ORDER#",
        "2026-11-01",
        "",
      ],
    );
    const key = fc.record(
      { pk: text, sk: text, listPartition: text, listSort: text, duePartition: text, dueAt: text },
      { requiredKeys: ["pk", "sk"] },
    );
    const handed = fc.asyncProperty(key, async (made) => {
      const page = await read(name, { cursor: encoded(made) }).catch((error: unknown) => error);
      if (page instanceof Error) expect(page).toMatchObject(REFUSED);
      else for (const each of keys(await read(name, { cursor: encoded(made) }))) expect(own).toContain(each);
    });
    await fc.assert(handed, { numRuns: 30 });
  });
});
