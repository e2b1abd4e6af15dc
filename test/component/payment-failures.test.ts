import { describe, expect, test } from "vitest";
import { stockKey } from "#catalogue/store/keys";
import { kroner } from "#kernel/money";
import { KARI } from "#test/shop";
import { CONFIRMED, openTakings as open } from "#test/takings";

/** The ways that shops lose money, by payments.md: each is a test of that name. Here the first six. */

describe("1. webhook and the buyer's return race", () => {
  test("one order, one change of state, one confirmation, 200 times", { timeout: 60_000 }, async () => {
    const { order, checkout, stripe, deliver, settleCheckout, session, shop, count, state } = await open(1000);
    stripe.control.deliveries({ drop: false });
    const placed = await Promise.all(Array.from({ length: 20 }, order));
    for (let round = 0; round < 10; round++) {
      for (const each of placed.slice(round * 2, round * 2 + 2)) {
        const sessionId = await checkout(each);
        stripe.control.pay(sessionId);
        const told = await session(sessionId);
        const returns = Array.from({ length: 10 }, () => settleCheckout(shop.origin(), each.orderNumber, told));
        await Promise.all([deliver(), ...returns]);
        expect(await state(each)).toEqual({ status: "confirmed", paid: kroner(950) });
      }
    }
    expect(await count(CONFIRMED)).toBe(20);
    expect(await count("payment.payment-captured.v1")).toBe(20);
  });
});

describe("2. one event delivered several times at once", () => {
  test("has one effect, and every delivery is taken", async () => {
    const { order, checkout, stripe, deliver, count } = await open();
    stripe.control.pay(await checkout(await order()));
    await expect(deliver(20)).resolves.toBeUndefined();
    expect(await count(CONFIRMED)).toBe(1);
  });
});

describe("3. paid, but the stock is gone", () => {
  test("40 buyers and 10 copies make 10 sessions", async () => {
    const { shop, checkout } = await open();
    const { productId } = await shop.product(10, { weightGrams: 0 });
    const buy = async () => {
      const goods = [{ productId, quantity: 1 }];
      const placed = await shop.placeOrder(
        shop.origin(),
        { buyer: KARI, payment: "card", goods, places: [], expectedTotal: kroner(200) },
        "nb",
      );
      return checkout(placed);
    };
    const bought = await Promise.allSettled(Array.from({ length: 40 }, buy));
    const sessions = bought.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(new Set(sessions).size).toBe(10);
    for (const each of bought) if (each.status === "rejected") expect(each.reason.code).toBe("out-of-stock");
    expect(await shop.row(stockKey(productId))).toMatchObject({ onHand: 10, available: 0 });
  });
});

describe("4. another amount or currency than owed", () => {
  test.each([
    ["one krone", { amount: kroner(1), currency: "nok" }, kroner(1)],
    ["the number of øre in euro cents", { amount: kroner(950), currency: "eur" }, kroner(0)],
  ])("confirms nothing and asks for a person: %s", async (_, paid, shown) => {
    const { order, checkout, stripe, settleCheckout, session, shop, count, state } = await open();
    const placed = await order();
    const sessionId = await checkout(placed);
    stripe.control.pay(sessionId);
    const told = { ...(await session(sessionId)), ...paid };
    await settleCheckout(shop.origin(), placed.orderNumber, told);
    expect(await state(placed)).toEqual({ status: "awaiting-payment", paid: shown });
    expect(await count("payment.payment-quarantined.v1")).toBe(1);
    expect(await count(CONFIRMED)).toBe(0);
  });

  test("a wrong amount goes back by itself when the order ends", async () => {
    const { order, checkout, stripe, settleCheckout, closeUnpaidOrder, session, shop, state, pass, payBackAll, free } =
      await open();
    const placed = await order();
    const sessionId = await checkout(placed);
    stripe.control.pay(sessionId);
    await settleCheckout(shop.origin(), placed.orderNumber, { ...(await session(sessionId)), amount: kroner(1) });
    await pass(36 * 60);
    await closeUnpaidOrder(shop.origin(), placed.orderNumber);
    expect(await state(placed)).toEqual({ status: "expired", paid: kroner(1) });
    await payBackAll(3);
    expect(await state(placed)).toEqual({ status: "expired", paid: kroner(0) });
    expect(await free()).toBe(10);
  });
});

describe("5. the customer pays twice", () => {
  test("two tabs can't open two sessions, also when they are opened at once", async () => {
    const { order, checkout, stripe } = await open();
    const placed = await order();
    const tabs = await Promise.all(Array.from({ length: 8 }, () => checkout(placed)));
    expect(new Set(tabs).size).toBe(1);
    expect((await stripe.stripe.checkout.sessions.list({ limit: 100 })).data).toHaveLength(1);
  });

  test("a second payment is recorded, and goes back by itself, once", async () => {
    const { order, checkout, stripe, deliver, state, payBackAll, atStripe, count } = await open();
    const placed = await order();
    stripe.control.pay(await checkout(placed));
    // A session that we did not make: whoever made it, the money came for this order.
    const second = await stripe.session({
      client_reference_id: placed.orderNumber,
      payment_intent_data: { metadata: { orderNumber: placed.orderNumber } },
    });
    stripe.control.pay(second.id);
    await deliver(3);
    expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(1900) });
    await payBackAll(4);
    await deliver();
    expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(950) });
    expect(await atStripe()).toBe(kroner(950));
    expect(await count("payment.refunded.v1")).toBe(1);
  });
});

describe("6. answered but nothing stored, or marked done before it was applied", () => {
  test("a delivery whose transaction failed is applied by the next one", async () => {
    const { order, checkout, stripe, deliver, shop, state } = await open();
    const placed = await order();
    stripe.control.pay(await checkout(placed));
    let cut = true;
    shop.table.client.middlewareStack.add((next, { commandName }) => async (args) => {
      if (cut && commandName === "TransactWriteItemsCommand") throw new Error("The connection was cut.");
      return next(args);
    });
    await expect(deliver()).rejects.toThrow("The connection was cut.");
    cut = false;
    expect(await state(placed)).toEqual({ status: "awaiting-payment", paid: 0 });
    await deliver();
    expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(950) });
  });
});
