import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import * as z from "zod";
import { refusal } from "#kernel/domain-error";
import { defineEvent } from "#kernel/event";
import type { Origin } from "#kernel/origin";
import { part, type Write } from "#kernel/transaction-part";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { openShop, type Shop } from "#test/shop";

const Answer = z.object({ given: z.string() });
const somethingHappened = defineEvent("kernel.something-happened.v1", z.object({ count: z.int() }), [{ count: 1 }]);
const counterKey = { pk: "COUNTER#1", sk: "COUNTER" };

const take = (amount: number): Write => ({
  kind: "change",
  key: counterKey,
  take: [{ attribute: "left", amount, otherwise: () => refusal("out-of-stock", { productId: "1", available: 0 }) }],
  guards: [],
});

async function openCounter(left: number) {
  const shop = await openShop();
  const work = shop.ports.unitOfWork;
  await work.handle(shop.origin(), async () => [
    part([{ kind: "create", key: counterKey, item: { left }, guards: [] }]),
  ]);
  return { shop, work, left: async () => (await shop.row(counterKey))?.["left"] };
}

const withKey = (shop: Shop, key: string, requestHash = "same"): Origin => ({
  ...shop.origin(),
  idempotency: { scope: "take#guest", key, requestHash },
});

test("takes of one counter in one transaction are summed, so two of two can't be three of two", async () => {
  const { shop, work, left } = await openCounter(2);
  await expect(work.handle(shop.origin(), async () => [part([take(1)]), part([take(2)])])).rejects.toThrow(
    "out-of-stock",
  );
  expect(await left()).toBe(2);
  await work.handle(shop.origin(), async () => [part([take(1)]), part([take(1)])]);
  expect(await left()).toBe(0);
});

test("30 at once for 10 get 10, though the engine reports conflicts", async () => {
  const { shop, work, left } = await openCounter(10);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 30 }, () => work.handle(shop.origin(), async () => [part([take(1)])])),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  expect(outcomes.filter((each) => each.status === "rejected" && each.reason.code === "out-of-stock")).toHaveLength(20);
  expect(await left()).toBe(0);
});

test("whoever meets nothing but conflicts until their time is spent is told to try again, never that there is none left", async () => {
  const { shop, work, left } = await openCounter(1);
  const restless = unitOfWork(shop.table, { clock: shop.clock, random: systemRandom, retryMilliseconds: 100 });
  let attempts = 0;
  shop.table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== "TransactWriteItemsCommand") return next(args);
        attempts += 1;
        const CancellationReasons = [{ Code: "TransactionConflict" }];
        throw new TransactionCanceledException({ $metadata: {}, message: "In conflict.", CancellationReasons });
      },
    { name: "in-conflict" },
  );
  const began = performance.now();
  await expect(restless.handle(shop.origin(), async () => [part([take(1)])])).rejects.toThrow("busy-try-again");
  expect(performance.now() - began).toBeGreaterThanOrEqual(100);
  expect(attempts).toBeGreaterThan(1);
  shop.table.client.middlewareStack.remove("in-conflict");
  expect(await left()).toBe(1);
  await work.handle(shop.origin(), async () => [part([take(1)])]);
  expect(await left()).toBe(0);
});

test("a request repeated with its key gets the first answer, and no second effect", async () => {
  const { shop, work, left } = await openCounter(1);
  const ask = (given: string) =>
    work.run(withKey(shop, "k1"), Answer, async () => ({ parts: [part([take(1)])], answer: { given } }));
  expect(await ask("first")).toEqual({ given: "first" });
  expect(await ask("second")).toEqual({ given: "first" });
  expect(await left()).toBe(0);
});

test("ten repetitions at once have one effect and one answer", async () => {
  const { shop, work, left } = await openCounter(10);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      work.run(withKey(shop, "k1"), Answer, async () => ({ parts: [part([take(1)])], answer: { given: `${index}` } })),
    ),
  );
  expect(new Set(answers.map(({ given }) => given)).size).toBe(1);
  expect(await left()).toBe(9);
});

test("the same key with another request is refused", async () => {
  const { shop, work } = await openCounter(5);
  const ask = (hash: string) =>
    work.run(withKey(shop, "k1", hash), Answer, async () => ({ parts: [part([take(1)])], answer: { given: "" } }));
  await ask("one");
  await expect(ask("another")).rejects.toThrow("idempotency-key-reused");
});

test("a refused request leaves nothing behind, not even its key", async () => {
  const { shop, work } = await openCounter(0);
  const before = await shop.everything();
  const ask = work.run(withKey(shop, "k1"), Answer, async () => ({
    parts: [part([take(1)], [somethingHappened.of({ count: 1 })])],
    answer: { given: "" },
  }));
  await expect(ask).rejects.toThrow("out-of-stock");
  expect(await shop.everything()).toEqual(before);
});

test("an event delivered five times at once has one effect and one fact", async () => {
  const { shop, work, left } = await openCounter(10);
  const delivery = { context: "test", eventId: "evt_1" };
  await Promise.all(
    Array.from({ length: 5 }, () =>
      work.handle({ ...shop.origin(), delivery }, async () => [part([take(1)], [somethingHappened.of({ count: 1 })])]),
    ),
  );
  expect(await left()).toBe(9);
  expect(await shop.facts(somethingHappened.type)).toHaveLength(1);
});

test("a guard that says reload makes the command decide again on what is there now", async () => {
  const { shop, work } = await openCounter(1);
  const seen: unknown[] = [];
  await work.handle(shop.origin(), async () => {
    const row = await shop.row(counterKey);
    seen.push(row?.["left"]);
    if (seen.length === 1) await work.handle(shop.origin(), async () => [part([take(1)])]);
    const unchanged = { is: "equal", attribute: "left", value: Number(row?.["left"]), otherwise: "reload" } as const;
    return [part([{ kind: "change", key: counterKey, set: { seen: "yes" }, guards: [unchanged] }])];
  });
  expect(seen).toEqual([1, 0]);
});

test("more than a transaction's 100 actions is refused before anything is written", async () => {
  const { shop, work } = await openCounter(1);
  const writes = Array.from({ length: 101 }, (_, index): Write => {
    return { kind: "create", key: { pk: `ROW#${index}`, sk: "ROW" }, item: {}, guards: [] };
  });
  await expect(work.handle(shop.origin(), async () => [part(writes)])).rejects.toThrow("too-much-for-one-order");
});

test("changing what isn't there is a bug that throws, not a row that appears", async () => {
  const shop = await openShop();
  const change: Write = { kind: "change", key: counterKey, add: { left: 1 }, guards: [] };
  await expect(shop.ports.unitOfWork.handle(shop.origin(), async () => [part([change])])).rejects.toThrow(
    "Broken invariant",
  );
  expect(await shop.row(counterKey)).toBeUndefined();
});
