import { describe, expect, test } from "vitest";
import { stockKey } from "#catalogue/store/keys";
import { kroner } from "#kernel/money";
import { actionsOf, itemOf } from "#test/actions";
import { callOff, walker } from "#test/called-off";
import { count } from "#test/counts";
import { KARI, ORDINARY } from "#test/shop";
import { CONFIRMED, openTakings as open, type Placed } from "#test/takings";

type Takings = Awaited<ReturnType<typeof open>>;

/** Stripe's events that change an order, each made to happen, and what the order comes to by it. */
const events: Readonly<
  Record<string, { happen(till: Takings, intent: string): void; readonly comesTo: object; readonly paidFirst: boolean }>
> = {
  "checkout.session.completed": {
    paidFirst: false,
    happen: () => {},
    comesTo: { status: "confirmed", paid: kroner(950) },
  },
  "refund.created": {
    paidFirst: true,
    happen: ({ stripe }, intent) => void stripe.control.refundFromDashboard(intent, kroner(50)),
    comesTo: { status: "confirmed", paid: kroner(900) },
  },
  "charge.dispute.created": {
    paidFirst: true,
    happen: ({ stripe }, intent) => void stripe.control.dispute(intent),
    comesTo: { status: "confirmed", paid: kroner(950), dispute: "open" },
  },
};

/** An order of which Stripe has something to tell that nobody has heard yet. */
async function untold(till: Takings, type: string) {
  const event = events[type];
  if (!event) throw new Error(`Nobody makes ${type} happen.`);
  const placed = await till.orderAndPay();
  if (event.paidFirst) await till.postAtOnce(placed.told, 1);
  event.happen(till, placed.paymentIntentId);
  const told = await till.toldOf(type);
  return { told, order: () => till.shop.ports.orders.get(placed.orderNumber), comesTo: event.comesTo };
}

describe("6. answered 200 but nothing stored, or marked done before it was applied", () => {
  /** Breaks the request of that number from now on, counted from 1; answers how to stop, and whether it came to it. */
  function breakRequest({ shop }: Takings, number: number, when: "before" | "after") {
    let asked = 0;
    shop.table.client.middlewareStack.add(
      (next) => async (args) => {
        asked += 1;
        if (asked !== number) return next(args);
        if (when === "after") await next(args);
        throw new Error("The function was killed here.");
      },
      { name: "killed" },
    );
    return () => {
      shop.table.client.middlewareStack.remove("killed");
      return asked >= number;
    };
  }

  test.each(Object.keys(events))("killed between any two steps of %s, redelivery completes it", async (type) => {
    const till = await open(100);
    for (const when of ["before", "after"] as const) {
      let number = 0;
      for (let reached = true; reached; ) {
        number += 1;
        const { told, order, comesTo } = await untold(till, type);
        const mend = breakRequest(till, number, when);
        const [answer = 0] = await till.postAtOnce(told, 1);
        reached = mend();
        expect(answer).toBe(reached ? 500 : 204);
        expect(await till.postAtOnce(told, 2)).toEqual([204, 204]);
        expect(await order()).toMatchObject(comesTo);
      }
      expect(number).toBeGreaterThan(2);
    }
    const orders = (await till.shop.everything()).filter(({ sk, status }) => sk === "ORDER" && status === "confirmed");
    expect(await till.count(CONFIRMED)).toBe(orders.length);
  });

  test("answered 2xx only when it is stored", async (context) => {
    const till = await open();
    const { told, order } = await untold(till, "checkout.session.completed");
    const mend = breakRequest(till, 2, "before");
    expect(await till.postAtOnce(told, 1)).toEqual([500]);
    expect(await order()).toMatchObject({ status: "awaiting-payment", paid: 0 });
    mend();
    expect(await till.postAtOnce(told, 1)).toEqual([204]);
    expect(await order()).toMatchObject({ status: "confirmed", paid: kroner(950) });
    count(context, "payment failures by name", 1);
  });

  test("negative control: marked done in a write of its own, what is killed after it is never applied", async (context) => {
    const till = await open();
    const { told, order } = await untold(till, "checkout.session.completed");
    till.shop.table.client.middlewareStack.add(
      (next) => async (args) => {
        const inbox = actionsOf(args.input).filter((action) => itemOf(action).startsWith("INBOX#"));
        if (inbox.length === 0) return next(args);
        await next({ ...args, input: { ...args.input, TransactItems: inbox } });
        throw new Error("The function was killed here.");
      },
      { name: "apart" },
    );
    expect(await till.postAtOnce(told, 1)).toEqual([500]);
    till.shop.table.client.middlewareStack.remove("apart");
    expect(await till.postAtOnce(told, 1)).toEqual([204]);
    expect(await order()).toMatchObject({ status: "awaiting-payment", paid: 0 });
    count(context, "payment failures' negative controls", 1);
  });
});

describe("a delivery's signature", () => {
  /** A paid order's delivery, how its headers may be changed, and how often the database was asked. */
  async function delivery() {
    const till = await open();
    const { told } = await untold(till, "checkout.session.completed");
    const { t = "", v1 = "" } = Object.fromEntries(
      new URLSearchParams(String(told.headers["stripe-signature"]).replaceAll(",", "&")),
    );
    let requests = 0;
    till.shop.table.client.middlewareStack.add((next) => (args) => {
      requests += 1;
      return next(args);
    });
    const post = (signature: string | undefined, contentType = "application/json; charset=utf-8", body = told.body) =>
      till.post(body, {
        "content-type": contentType,
        ...(signature !== undefined && { "stripe-signature": signature }),
      });
    return { till, body: told.body, t: Number(t), v1, post, requests: () => requests };
  }

  test("bad or missing gets 400 before any database read", async () => {
    const { t, v1, post, body, requests } = await delivery();
    const forged = v1.replace(/^./, (first) => (first === "0" ? "1" : "0"));
    for (const signature of [
      undefined,
      "",
      "t=1,v1=0000",
      `t=${t},v1=${forged}`,
      `t=${t}`,
      `t=${t},v0=${v1}`,
      `t=${t + 1},v1=${v1}`,
    ]) {
      expect(await post(signature)).toBe(400);
    }
    expect(await post(`t=${t},v1=${v1}`, undefined, body.replace("95000", "95001"))).toBe(400);
    expect(requests()).toBe(0);
  });

  test("negative control: with the right one the database is asked", async () => {
    const { t, v1, post, requests } = await delivery();
    expect(await post(`t=${t},v1=${v1}`)).toBe(204);
    expect(requests()).toBeGreaterThan(0);
  });

  test("passes beside another one, while the secret is being rolled", async () => {
    const { t, v1, post } = await delivery();
    expect(await post(`t=${t},v1=${"0".repeat(64)},v1=${v1}`)).toBe(204);
  });

  test.each([
    ["5 minutes old", 300, 204],
    ["older", 301, 400],
    ["of the future, by a clock that is behind", -3600, 204],
  ])("%s", async (_, age, status) => {
    const { till, t, v1, post } = await delivery();
    till.shop.pass(age);
    expect(await post(`t=${t},v1=${v1}`)).toBe(status);
  });

  test("is of the raw bytes, also when they come base64-encoded", async () => {
    const { t, v1, post } = await delivery();
    expect(await post(`t=${t},v1=${v1}`, "application/octet-stream")).toBe(204);
  });
});

/** What a proxy on the way may say. */
const NONSENSE = { message: "no healthy upstream" };

describe("an answer of Stripe's without an `error`, which its SDK takes for what was asked for", () => {
  test.each([
    [404, "/v1/checkout/sessions"],
    [503, "/v1/checkout/sessions"],
  ])("%i: no buyer is sent anywhere, and the next try gets the session", async (status, path) => {
    const { stripe, order, checkout, shop } = await open();
    const placed = await order();
    stripe.control.failRequests({ path, method: "POST", how: "before", status, body: NONSENSE });
    await expect(checkout(placed)).rejects.toThrow();
    expect(await shop.ports.payments.get(placed.orderNumber)).toMatchObject({ state: "opening", version: 1 });
    expect(await checkout(placed)).toMatch(/^cs_/);
  });

  test.each([404, 503])("%i: a paid order isn't given up on it", async (status) => {
    const { stripe, order, checkout, pass, shop, closeUnpaidOrder, state } = await open();
    stripe.control.deliveries({ drop: true });
    const placed = await order();
    stripe.control.pay(await checkout(placed));
    await pass(36 * 60);
    stripe.control.failRequests({ path: "/v1/checkout/sessions/*/expire", how: "before", status, body: NONSENSE });
    await expect(closeUnpaidOrder(shop.origin(), placed.orderNumber)).rejects.toThrow();
    expect(await state(placed)).toEqual({ status: "awaiting-payment", paid: 0 });
    await closeUnpaidOrder(shop.origin(), placed.orderNumber);
    expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(950) });
  });

  test.each([
    [404, "GET"],
    [503, "GET"],
    [404, "POST"],
    [503, "POST"],
  ] as const)("%i to %s: no money is thought to have gone back, and it goes back once", async (status, method) => {
    const { orderAndPay, stripe, deliver, payBackAll, atStripe, state } = await open();
    const placed = await orderAndPay();
    const second = await stripe.session({
      client_reference_id: placed.orderNumber,
      payment_intent_data: { metadata: { orderNumber: placed.orderNumber } },
    });
    stripe.control.pay(second.id);
    await deliver();
    stripe.control.failRequests({ path: "/v1/refunds", method, how: "before", status, body: NONSENSE });
    await expect(payBackAll()).rejects.toThrow();
    expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(1900) });
    await payBackAll();
    expect([await state(placed), await atStripe()]).toEqual([{ status: "confirmed", paid: kroner(950) }, kroner(950)]);
  });
});

test("with every webhook lost, the sweep brings each paid session to an order or a refund", async () => {
  const till = await open(20);
  const { stripe, order, checkout, shop, state, pass, sweep, payBackAll, atStripe } = till;
  stripe.control.deliveries({ drop: true });
  const { productId } = await shop.product(2, { weightGrams: 0 });
  const book = () =>
    shop.placeOrder(
      shop.origin(),
      { buyer: KARI, payment: "card", goods: [{ productId, quantity: 1 }], places: [], expectedTotal: kroner(200) },
      "nb",
    );
  const paid = [await order(), await order(), await book()];
  for (const each of paid) stripe.control.pay(await checkout(each));
  const [abandoned, never, unpaidBook] = [await order(), await order(), await book()];
  for (const each of [abandoned, unpaidBook]) await checkout(each);
  const [comes, fails, isLong] = [await order(), await order(), await order()];
  const later = new Map<Placed, string>();
  for (const each of [comes, fails, isLong]) {
    later.set(each, await checkout(each));
    stripe.control.payLater(later.get(each) ?? "");
  }
  stripe.control.settleLater(later.get(comes) ?? "", "succeeded");
  stripe.control.settleLater(later.get(fails) ?? "", "failed");
  // Called off after it was paid: nobody can have a place in it any more.
  const off = await shop.offering();
  const place = { offeringId: off.offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
  const asked = { buyer: KARI, payment: "card" as const, goods: [], places: [place], expectedTotal: kroner(950) };
  const calledOff = await shop.placeOrder(shop.origin(), asked, "nb");
  stripe.control.pay(await checkout(calledOff));
  await callOff(shop, off);
  await walker(shop)(off.offeringId, "called-off");

  await pass(36 * 60);
  for (let minute = 0; minute < 3; minute++) {
    await sweep();
    await pass(60);
  }
  await payBackAll(2);
  for (const each of [...paid, comes]) expect((await state(each)).status).toBe("confirmed");
  for (const each of [abandoned, never, unpaidBook, fails]) {
    expect(await state(each)).toEqual({ status: "expired", paid: 0 });
  }
  expect(await state(isLong)).toEqual({ status: "awaiting-payment", paid: 0 });
  expect((await state(calledOff)).paid).toBe(0);
  stripe.control.settleLater(later.get(isLong) ?? "", "succeeded");
  await pass(60 * 60);
  await sweep();
  expect(await state(isLong)).toEqual({ status: "confirmed", paid: kroner(950) });
  expect(await atStripe()).toBe(kroner(950 * 4 + 200));
  expect(await shop.row(stockKey(productId))).toMatchObject({ onHand: 2, available: 1 });
});
