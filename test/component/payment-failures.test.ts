import { describe, expect, onTestFinished, test } from "vitest";
import { stockKey } from "#catalogue/store/keys";
import { DomainError } from "#kernel/domain-error";
import { kroner } from "#kernel/money";
import { startCheckoutUseCase } from "#payment/app/start-checkout";
import { count } from "#test/counts";
import { decideTogether } from "#test/decide-together";
import { type Guarded, takeAway } from "#test/guards";
import { openMailRoom } from "#test/mail-room";
import { KARI } from "#test/shop";
import { CONFIRMED, ONCE, openTakings as open } from "#test/takings";

/** The ten ways that shops lose money, by payments.md: each by its name there. Here the first five. */

describe("1. webhook and browser return race: no order, or two", () => {
  test("both at once, 200 times: one order, one change of state, one e-mail", { timeout: 60_000 }, async (context) => {
    const { orderAndPay, handleStripeEvent, settleCheckout, session, shop, count: facts, state } = await open(20);
    for (let order = 0; order < 20; order++) {
      const placed = await orderAndPay();
      const { orderNumber } = placed;
      const seen = await session(placed.sessionId);
      const { body, headers } = placed.told;
      const both = Array.from({ length: 10 }, () => [
        handleStripeEvent(shop.origin(), body, String(headers["stripe-signature"])),
        settleCheckout(shop.origin(), orderNumber, seen),
      ]);
      await Promise.all(both.flat());
      expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(950) });
      // Opened, its session made, paid: a payment that had been settled twice would be at its fourth.
      expect(await shop.ports.payments.get(orderNumber)).toMatchObject({ version: 3 });
    }
    expect(await facts(CONFIRMED)).toBe(20);
    expect(await facts("payment.payment-captured.v1")).toBe(20);
    const room = await openMailRoom(shop);
    onTestFinished(room.close);
    const told = (await shop.facts(CONFIRMED)).map((fact) => ({
      id: fact.id,
      source: "smart",
      "detail-type": fact.type,
      detail: fact,
    }));
    await Promise.all([room.deliver(...told), room.deliver(...told)]);
    expect(room.sent).toHaveLength(20);
    count(context, "payment failures by name", 1);
  });
});

describe("2. one event delivered several times at once", () => {
  /** One payment's event, 20 times at once. */
  async function twentyAtOnce(guards: readonly Guarded[] = []) {
    const { orderAndPay, postAtOnce, count: facts, shop } = await open();
    const { told } = await orderAndPay();
    takeAway(shop.table, guards);
    decideTogether(shop.table, 20);
    const answers = await postAtOnce(told, 20);
    return { answers, confirmed: await facts(CONFIRMED), captured: await facts("payment.payment-captured.v1") };
  }

  test("N identical signed events in parallel: one effect, all answered 2xx", async (context) => {
    expect(await twentyAtOnce()).toEqual({ answers: Array(20).fill(204), confirmed: 1, captured: 1 });
    count(context, "payment failures by name", 1);
  });

  test("negative control: without inbox row and versions, one event settles an order 20 times", async (context) => {
    const { confirmed, captured } = await twentyAtOnce(ONCE);
    expect([confirmed, captured]).toEqual([20, 20]);
    count(context, "payment failures' negative controls", 1);
  });
});

/** As who is told to try again soon does: on a slow machine so many at once outlast the time that conflicts are tried again. */
async function whenNotBusy<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "busy-try-again") throw error;
    }
  }
}

describe("3. paid, but the stock is gone", () => {
  /** As many sessions as `buyers` of 10 copies get, all at once. */
  async function sessionsOf(buyers: number, guards: readonly Guarded[] = []) {
    const { shop, checkout } = await open();
    const { productId } = await shop.product(10, { weightGrams: 0 });
    takeAway(shop.table, guards);
    const goods = [{ productId, quantity: 1 }];
    const asked = { buyer: KARI, goods, places: [], expectedTotal: kroner(200) };
    const place = () => shop.placeOrder(shop.origin(), { ...asked, payment: "card" }, "nb");
    const buy = async () => checkout(await whenNotBusy(place));
    const bought = await Promise.allSettled(Array.from({ length: buyers }, buy));
    return {
      sessions: new Set(bought.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []))).size,
      refused: bought.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : [])),
      stock: await shop.row(stockKey(productId)),
    };
  }

  test("40 buyers and 10 copies make 10 sessions", async (context) => {
    const { sessions, refused, stock } = await sessionsOf(40);
    expect(sessions).toBe(10);
    expect(refused).toEqual(Array(30).fill("out-of-stock"));
    expect(stock).toMatchObject({ onHand: 10, available: 0 });
    count(context, "payment failures by name", 1);
  });

  test("negative control: without the condition on the stock, more pay than there are copies", async (context) => {
    const { sessions } = await sessionsOf(15, [{ item: / STOCK$/, condition: /^available >= / }]);
    expect(sessions).toBe(15);
    count(context, "payment failures' negative controls", 1);
  });
});

describe("4. another amount or currency than owed", () => {
  /** What comes of an order whose session is told with this. */
  async function told(paid: { readonly amount: ReturnType<typeof kroner>; readonly currency: string }) {
    const { orderAndPay, settleCheckout, session, shop, count: facts, state } = await open();
    const placed = await orderAndPay();
    await settleCheckout(shop.origin(), placed.orderNumber, { ...(await session(placed.sessionId)), ...paid });
    return {
      ...(await state(placed)),
      quarantined: await facts("payment.payment-quarantined.v1"),
      confirmed: await facts(CONFIRMED),
    };
  }

  test.each([
    ["one krone", { amount: kroner(1), currency: "nok" }, kroner(1)],
    ["one krone too much", { amount: kroner(951), currency: "nok" }, kroner(951)],
    ["the number of øre in euro cents", { amount: kroner(950), currency: "eur" }, kroner(0)],
  ])("confirms nothing and waits for a person: %s", async (_, paid, shown) => {
    expect(await told(paid)).toEqual({ status: "awaiting-payment", paid: shown, quarantined: 1, confirmed: 0 });
  });

  test("negative control: with what is owed, it confirms", async (context) => {
    expect(await told({ amount: kroner(950), currency: "nok" })).toEqual({
      status: "confirmed",
      paid: kroner(950),
      quarantined: 0,
      confirmed: 1,
    });
    count(context, "payment failures' negative controls", 1);
  });

  test("a wrong amount goes back by itself when the order ends", async (context) => {
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
    count(context, "payment failures by name", 1);
  });
});

describe("5. the customer pays twice (two tabs)", () => {
  test("two tabs can't open two sessions, also when they are opened at once", async () => {
    const { order, checkout, stripe } = await open();
    const placed = await order();
    const tabs = await Promise.all(Array.from({ length: 8 }, () => checkout(placed)));
    expect(new Set(tabs).size).toBe(1);
    expect((await stripe.stripe.checkout.sessions.list({ limit: 100 })).data).toHaveLength(1);
  });

  test("negative control: without one key for an attempt, each tab opens a session", async (context) => {
    const { order, ports, shop, stripe } = await open();
    const { orderNumber, key } = await order();
    const create: typeof ports.stripe.create = (session) =>
      ports.stripe.create({ ...session, idempotencyKey: crypto.randomUUID() });
    const start = startCheckoutUseCase({ ...ports, stripe: { ...ports.stripe, create } });
    await Promise.all(Array.from({ length: 8 }, () => start(shop.origin(), orderNumber, { kind: "guest", key })));
    expect((await stripe.stripe.checkout.sessions.list({ limit: 100 })).data.length).toBeGreaterThan(1);
    count(context, "payment failures' negative controls", 1);
  });

  test("a second payment is recorded, and goes back by itself, once", async (context) => {
    const { order, checkout, stripe, deliver, state, payBackAll, atStripe, count: facts } = await open();
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
    expect(await facts("payment.refunded.v1")).toBe(1);
    count(context, "payment failures by name", 1);
  });
});
