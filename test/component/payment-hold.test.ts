import { describe, expect, onTestFinished, test } from "vitest";
import { plusSeconds } from "#kernel/clock";
import { kroner } from "#kernel/money";
import { startCheckoutUseCase } from "#payment/app/start-checkout";
import { KARI, ORDINARY } from "#test/shop";
import { openTill } from "#test/till";

const MINUTES = 60;

async function orderOnePlace() {
  const till = await openTill();
  onTestFinished(() => till.stripe.close());
  const { shop, stripe } = till;
  const offering = await shop.offering();
  const place = { offeringId: offering.offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
  const placed = await shop.placeOrder(
    shop.origin(),
    { buyer: KARI, payment: "card", goods: [], places: [place], expectedTotal: kroner(950) },
    "nb",
  );
  const { orderNumber } = placed;
  const start = shop.clock();
  const order = () => shop.ports.orders.get(orderNumber);
  return {
    ...till,
    placed,
    minute: (minutes: number) => plusSeconds(start, minutes * MINUTES),
    order,
    extend: () => till.extendHold(shop.origin(), orderNumber, { kind: "guest", key: placed.key }),
    sweep: () => till.closeUnpaidOrder(shop.origin(), orderNumber),
    openSessions: async () =>
      (await stripe.stripe.checkout.sessions.list({ limit: 100 })).data.filter((each) => each.status === "open").length,
  };
}

describe("a hold", () => {
  test("is extended once: 30 minutes more, with a new session and the old one dead", async () => {
    const { placed, checkout, extend, order, minute, pass, openSessions, stripe, sweep } = await orderOnePlace();
    const first = await checkout(placed);
    await pass(20 * MINUTES);
    expect(await extend()).toMatchObject({ status: "awaiting-payment", holdEndsAt: minute(66) });
    expect(await openSessions()).toBe(0);
    const second = await checkout(placed);
    expect(second).not.toBe(first);
    expect(() => stripe.control.pay(first)).toThrow();
    await expect(extend()).rejects.toMatchObject({ code: "hold-already-extended" });
    await pass(45 * MINUTES);
    await sweep();
    expect((await order())?.status).toBe("awaiting-payment");
    await pass(1 * MINUTES);
    await sweep();
    expect((await order())?.status).toBe("expired");
  });

  test("that is extended while the buyer pays is settled instead", async () => {
    const { placed, checkout, extend, order, stripe } = await orderOnePlace();
    stripe.control.deliveries({ drop: true });
    stripe.control.pay(await checkout(placed));
    expect(await extend()).toEqual({ orderNumber: placed.orderNumber, status: "confirmed" });
    expect(await order()).toMatchObject({ status: "confirmed", paid: kroner(950) });
  });

  test("is not extended unless Stripe confirms that the session is dead", async () => {
    const { placed, checkout, extend, order, minute, stripe, openSessions } = await orderOnePlace();
    await checkout(placed);
    stripe.control.failRequests({ path: "/v1/checkout/sessions/*/expire", how: "before", status: 503 });
    await expect(extend()).rejects.toThrow();
    expect((await order())?.hold).toEqual({ endsAt: minute(36), extended: false });
    expect(await openSessions()).toBe(1);
  });

  test("that has ended is not extended", async () => {
    const { extend, pass } = await orderOnePlace();
    await pass(36 * MINUTES);
    await expect(extend()).rejects.toMatchObject({ code: "hold-ended" });
  });

  test("of another's order is not there to be extended", async () => {
    const { extendHold, shop, placed } = await orderOnePlace();
    await expect(extendHold(shop.origin(), placed.orderNumber, { kind: "guest" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("lasts as long as the session of a buyer who takes a break before paying", async () => {
    const { placed, checkout, pass, order, minute, sweep, stripe, deliver } = await orderOnePlace();
    await pass(35 * MINUTES);
    const session = await checkout(placed);
    expect((await order())?.hold).toEqual({ endsAt: minute(35 + 36), extended: false });
    await pass(30 * MINUTES);
    await sweep();
    stripe.control.pay(session);
    await deliver();
    expect((await order())?.status).toBe("confirmed");
  });

  test("whose session has expired needs an extension to be paid", async () => {
    const { placed, checkout, pass, deliver, extend } = await orderOnePlace();
    await checkout(placed);
    await pass(32 * MINUTES);
    await expect(checkout(placed)).rejects.toMatchObject({ code: "checkout-ended" });
    await deliver();
    await expect(checkout(placed)).rejects.toMatchObject({ code: "checkout-ended" });
    await extend();
    await expect(checkout(placed)).resolves.toMatch(/^cs_/);
  });

  test("that ends while a checkout is being started leaves nothing to pay", async () => {
    const { placed, ports, pass, sweep, order, shop } = await orderOnePlace();
    const slow = startCheckoutUseCase({
      ...ports,
      stripe: {
        ...ports.stripe,
        async create(session) {
          const created = await ports.stripe.create(session);
          await pass(36 * MINUTES);
          await sweep();
          return created;
        },
      },
    });
    await expect(slow(shop.origin(), placed.orderNumber, { kind: "guest", key: placed.key })).rejects.toMatchObject({
      code: "hold-ended",
    });
    expect((await order())?.status).toBe("expired");
  });
});

describe("while Stripe", () => {
  test.each([
    ["doesn't answer", { how: "before", times: 2 }],
    ["fails", { how: "before", status: 500 }],
    ["is asked too much", { how: "before", status: 429 }],
    ["answers by a proxy that isn't Stripe", { how: "after", status: 503, body: { message: "try later" } }],
  ] as const)("%s, a buyer is told to try again, and then does", async (_what, failure) => {
    const { placed, checkout, extend, openSessions, stripe } = await orderOnePlace();
    stripe.control.failRequests({ path: "/v1/checkout/sessions", method: "POST", ...failure });
    await expect(checkout(placed)).rejects.toMatchObject({ code: "card-payment-unavailable" });
    await checkout(placed);
    expect(await openSessions()).toBe(1);
    stripe.control.failRequests({ path: "/v1/checkout/sessions/*/expire", ...failure });
    await expect(extend()).rejects.toMatchObject({ code: "card-payment-unavailable" });
    expect(await extend()).toMatchObject({ status: "awaiting-payment" });
  });
});
