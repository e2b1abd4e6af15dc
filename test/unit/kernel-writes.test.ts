import { describe, expect, test } from "vitest";
import { refusal } from "#kernel/domain-error";
import type { Guard, Take, Write } from "#kernel/transaction-part";
import { holds, neededBy, summedTakes, toTransactWriteItem } from "#platform/dynamo/expressions";
import { mergeWrites } from "#platform/dynamo/merge-writes";

const key = { pk: "PRODUCT#1", sk: "STOCK" };
const otherwise = () => refusal("not-found", {});
const take = (attribute: string, amount: number): Take => ({ attribute, amount, otherwise });
const change = (values: Partial<Extract<Write, { kind: "change" }>>): Write => ({
  kind: "change",
  key,
  guards: [],
  ...values,
});
const present: Guard = { is: "present", otherwise: "reload" };

describe("writes to one item are one write", () => {
  test("sums what is added, takes all that is taken, and keeps each guard", () => {
    const [merged, ...rest] = mergeWrites([
      change({ add: { free: 1 }, take: [take("open", 1)], guards: [present] }),
      change({ add: { free: 2, waiting: 1 }, take: [take("open", 2)], set: { status: "x" }, remove: ["hold"] }),
    ]);
    expect(rest).toEqual([]);
    expect(merged).toMatchObject({
      add: { free: 3, waiting: 1 },
      set: { status: "x" },
      remove: ["hold"],
      guards: [present],
    });
    expect(merged?.kind === "change" && summedTakes(merged.take ?? [])).toMatchObject([
      { attribute: "open", amount: 3 },
    ]);
  });

  test("a check of what is written as well becomes that write's guard, whichever comes first", () => {
    const check: Write = { kind: "check", key, guards: [present] };
    const write = change({ set: { a: 1 } });
    expect(mergeWrites([check, write])).toEqual([{ ...write, guards: [present] }]);
    expect(mergeWrites([write, check])).toEqual([{ ...write, guards: [present] }]);
  });

  test("two creations, or a change of what is deleted, are a bug", () => {
    const create: Write = { kind: "create", key, item: {}, guards: [] };
    const remove: Write = { kind: "delete", key, guards: [] };
    expect(() => mergeWrites([create, create])).toThrow("Broken invariant");
    expect(() => mergeWrites([remove, change({ add: { a: 1 } })])).toThrow("Broken invariant");
  });

  test("items of one partition stay apart", () => {
    expect(mergeWrites([change({ key: { ...key, sk: "A" } }), change({ key: { ...key, sk: "B" } })])).toHaveLength(2);
  });
});

describe("a write as DynamoDB's action", () => {
  test("what is given to a counter in the same write needs not be there before: a book goes along with its place", () => {
    const conditionOf = (write: Write) => toTransactWriteItem(write, "table").Update?.ConditionExpression;
    const bare = conditionOf(change({}));
    expect(conditionOf(change({ add: { available: 1 }, take: [take("available", 1)] }))).toBe(bare);
    expect(conditionOf(change({ add: { available: 1 }, take: [take("available", 2)] }))).not.toBe(bare);
    expect(neededBy({ add: { available: 1, other: 9 }, take: [take("available", 3)] })).toMatchObject([{ amount: 2 }]);
  });

  test("a take is a condition and a subtraction of the sum", () => {
    const { Update } = toTransactWriteItem(change({ take: [take("available", 2), take("available", 1)] }), "table");
    const names: Record<string, string> = { ...Update?.ExpressionAttributeNames };
    const values = Object.entries(Update?.ExpressionAttributeValues ?? {}).map(([name, { N = "" }]) => [name, N]);
    const known = { ...names, ...Object.fromEntries(values) };
    const read = (expression = "") => expression.replace(/[#:]\d+/g, (placeholder) => known[placeholder] ?? "unknown");
    expect(read(Update?.ConditionExpression)).toBe("attribute_exists(pk) AND available >= 3");
    expect(read(Update?.UpdateExpression)).toBe("ADD available -3");
  });

  test("a creation never overwrites, a change never makes an item up, a deletion may be guarded", () => {
    const { Put } = toTransactWriteItem({ kind: "create", key, item: { a: 1, b: undefined }, guards: [] }, "table");
    expect(Put?.ConditionExpression).toBe("attribute_not_exists(pk)");
    expect(Put?.Item).toEqual({ pk: { S: key.pk }, sk: { S: key.sk }, a: { N: "1" } });
    const { Update } = toTransactWriteItem(change({ set: { a: 1 } }), "table");
    expect(Update?.ConditionExpression).toBe("attribute_exists(pk)");
    const { Delete } = toTransactWriteItem({ kind: "delete", key, guards: [present] }, "table");
    expect(Delete?.ConditionExpression).toBe("attribute_exists(pk)");
  });
});

describe("which guard broke", () => {
  const found = { status: "held", free: 2, open: -1, dueAt: "2026-11-02T09:00:00.000Z" };

  test.each<[Guard, boolean, boolean]>([
    [{ is: "present", otherwise }, true, false],
    [{ is: "absent", otherwise }, false, true],
    [{ is: "equal", attribute: "status", value: "held", otherwise }, true, false],
    [{ is: "equal", attribute: "status", value: "cancelled", otherwise }, false, false],
    [{ is: "at-least", attribute: "free", value: 2, otherwise }, true, false],
    [{ is: "at-least", attribute: "free", value: 3, otherwise }, false, false],
    [{ is: "at-least", attribute: "nothing", value: 0, otherwise }, false, false],
    [{ is: "below-one-of", attributes: ["free", "open"], value: 1, otherwise }, true, false],
    [{ is: "below-one-of", attributes: ["free"], value: 1, otherwise }, false, false],
    [{ is: "after", attribute: "dueAt", value: "2026-11-02T08:59:59.999Z", otherwise }, true, false],
    [{ is: "after", attribute: "dueAt", value: "2026-11-02T09:00:00.000Z", otherwise }, false, false],
  ])("%j holds for the item: %s, for none: %s", (guard, forItem, forNone) => {
    expect(holds(guard, found)).toBe(forItem);
    expect(holds(guard, undefined)).toBe(forNone);
  });
});
