import { describe, expect, test } from "vitest";
import { CorrelationId } from "#kernel/event";
import { wrongKeys } from "#platform/dynamo/wrong-keys";
import { openShop } from "#test/shop";

const of = CorrelationId.parse("request-1");
const GUESSER = "192.0.2.7";

describe("keys that open nothing", () => {
  test("are counted: after thirty in an hour their caller is refused, also with one that is right", async () => {
    const shop = await openShop();
    const keys = wrongKeys(shop.table, shop.clock);
    for (let tried = 0; tried < 30; tried += 1) {
      keys.refuse(GUESSER);
      await keys.count(GUESSER, of);
    }
    const told = { code: "too-many-wrong-keys", details: { retryAfterSeconds: 3600 } };
    await expect(keys.count(GUESSER, of)).rejects.toMatchObject(told);
    expect(() => keys.refuse(GUESSER)).toThrow(expect.objectContaining(told));
    expect(() => keys.refuse("192.0.2.8")).not.toThrow();
  });

  test("are counted over all functions, and forgotten with the hour", async () => {
    const shop = await openShop();
    const [one, another] = [wrongKeys(shop.table, shop.clock), wrongKeys(shop.table, shop.clock)];
    for (let tried = 0; tried < 30; tried += 1) await one.count(GUESSER, of);
    await expect(another.count(GUESSER, of)).rejects.toMatchObject({ code: "too-many-wrong-keys" });
    shop.pass(3600);
    expect(() => another.refuse(GUESSER)).not.toThrow();
    await another.count(GUESSER, of);
  });

  test("leave no address in the table", async () => {
    const shop = await openShop();
    await wrongKeys(shop.table, shop.clock).count(GUESSER, of);
    expect(JSON.stringify(await shop.everything())).not.toContain(GUESSER);
  });
});
