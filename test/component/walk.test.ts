import { expect, test } from "vitest";
import { type StoredRow, walk } from "#platform/dynamo/walk";
import { openShop } from "#test/shop";

test("a walk in pages sees every row of every kind once, as it is stored", async () => {
  const shop = await openShop();
  for (let stock = 0; stock < 5; stock += 1) await shop.product(stock);
  await shop.offering();
  const seen: StoredRow[] = [];
  const sizes: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await walk(shop.table, { cursor, limit: 4 });
    seen.push(...page.rows);
    sizes.push(page.rows.length);
    cursor = page.cursor;
  } while (cursor);
  const byKey = (rows: readonly Record<string, unknown>[]) =>
    rows.toSorted((a, b) => `${a["pk"]} ${a["sk"]}`.localeCompare(`${b["pk"]} ${b["sk"]}`));
  expect(byKey(seen)).toEqual(byKey(await shop.everything()));
  expect(sizes.length).toBeGreaterThan(2);
  expect(Math.max(...sizes)).toBe(4);
});

test("a walk doesn't begin anew from a cursor that is none: rows would be counted twice", async () => {
  const { table } = await openShop();
  await expect(walk(table, { cursor: "elsewhere" })).rejects.toThrow("goes on from a cursor that it gave");
});
