import { describe, expect, test } from "vitest";
import { kroner } from "#kernel/money";
import { OWED, openTakings as open, type Placed } from "#test/takings";

/** The ways that shops lose money, by payments.md: each is a test of that name. Here what comes later. */

describe("7. expired, late or abandoned sessions", () => {
  test("an `expired` that comes after `completed` doesn't cancel a paid order", async () => {
    const { order, checkout, stripe, settleCheckout, session, shop, state, deliver } = await open();
    const placed = await order();
    const sessionId = await checkout(placed);
    const openSession = await session(sessionId);
    stripe.control.pay(sessionId);
    await deliver();
    await settleCheckout(shop.origin(), placed.orderNumber, { ...openSession, status: "expired" });
    expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(950) });
    expect((await shop.ports.payments.get(placed.orderNumber))?.state).toBe("paid");
  });

  test("a `completed` that comes after `expired` confirms the order", async () => {
    const { order, checkout, stripe, settleCheckout, session, shop, state, deliver } = await open();
    const placed = await order();
    const sessionId = await checkout(placed);
    await settleCheckout(shop.origin(), placed.orderNumber, { ...(await session(sessionId)), status: "expired" });
    stripe.control.pay(sessionId);
    await deliver();
    expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(950) });
  });

  test("our own timer asks Stripe before it gives an order up, with every webhook lost", async () => {
    const { order, checkout, stripe, closeUnpaidOrder, pass, shop, state, free } = await open();
    stripe.control.deliveries({ drop: true });
    const [paid, abandoned] = [await order(), await order()];
    stripe.control.pay(await checkout(paid));
    await checkout(abandoned);
    await pass(36 * 60);
    for (const { orderNumber } of [paid, abandoned]) await closeUnpaidOrder(shop.origin(), orderNumber);
    expect(await state(paid)).toEqual({ status: "confirmed", paid: kroner(950) });
    expect(await state(abandoned)).toEqual({ status: "expired", paid: 0 });
    expect(await free()).toBe(9);
  });

  test("a payment after the hold ended gets its place again when there is one", async () => {
    const { late, deliver, state, free, count } = await expiredAndPaid();
    await deliver(3);
    expect(await state(late)).toEqual({ status: "confirmed", paid: kroner(950) });
    expect(await free()).toBe(0);
    expect(await count(OWED)).toBe(0);
  });

  test("else its money goes back, exactly once", async () => {
    const { late, deliver, state, order, payBackAll, atStripe, count } = await expiredAndPaid();
    await order();
    await deliver(3);
    expect(await state(late)).toEqual({ status: "expired", paid: kroner(950) });
    await payBackAll(3);
    expect(await state(late)).toEqual({ status: "expired", paid: 0 });
    expect(await atStripe()).toBe(0);
    expect(await count("payment.refunded.v1")).toBe(1);
  });

  /** One place, and an order that was paid although it had expired. */
  async function expiredAndPaid() {
    const till = await open(1);
    const late = await till.order();
    const { order, payment } = await bothOf(till, late);
    await till.shop.ports.unitOfWork.handle(till.shop.origin(), async () => {
      return [till.shop.ports.payments.replace(payment, payment), ...(await till.shop.settlement.expire(order))];
    });
    const session = await till.stripe.session({
      client_reference_id: late.orderNumber,
      payment_intent_data: { metadata: { orderNumber: late.orderNumber } },
    });
    till.stripe.control.pay(session.id);
    return { ...till, late };
  }

  async function bothOf(till: Awaited<ReturnType<typeof open>>, { orderNumber }: Placed) {
    const order = await till.shop.ports.orders.get(orderNumber);
    const payment = await till.shop.ports.payments.get(orderNumber);
    if (!order || !payment) throw new Error("The order is not there.");
    return { order, payment };
  }
});

describe("8. `completed` while `payment_status` is `unpaid`", () => {
  test("isn't taken as paid; the money's coming is", async () => {
    const { order, checkout, stripe, deliver, pass, closeUnpaidOrder, shop, state } = await open();
    const placed = await order();
    const sessionId = await checkout(placed);
    stripe.control.payLater(sessionId);
    await deliver();
    await pass(40 * 60);
    await closeUnpaidOrder(shop.origin(), placed.orderNumber);
    expect(await state(placed)).toEqual({ status: "awaiting-payment", paid: 0 });
    stripe.control.settleLater(sessionId, "succeeded");
    await stripe.control.idle();
    await closeUnpaidOrder(shop.origin(), placed.orderNumber);
    expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(950) });
  });

  test.each(["told by the webhook", "found by the sweep"])("a bank's late no releases the place: %s", async (how) => {
    const { order, checkout, stripe, deliver, pass, closeUnpaidOrder, shop, state, free } = await open();
    const placed = await order();
    const sessionId = await checkout(placed);
    stripe.control.payLater(sessionId);
    await deliver();
    stripe.control.settleLater(sessionId, "failed");
    if (how === "told by the webhook") await deliver();
    else {
      await pass(36 * 60);
      await closeUnpaidOrder(shop.origin(), placed.orderNumber);
    }
    expect(await state(placed)).toEqual({ status: "expired", paid: 0 });
    expect(await free()).toBe(10);
  });
});

describe("9. refunds from the dashboard, partial, repeated, failed", () => {
  test("come to what Stripe has, in any order, and never to more than was paid", async () => {
    const { order, checkout, stripe, deliver, state, atStripe, count, session, pass } = await open();
    const placed = await order();
    const sessionId = await checkout(placed);
    stripe.control.pay(sessionId);
    await deliver();
    const intent = (await session(sessionId)).paymentIntentId ?? "";
    stripe.control.deliveries({ reorder: true, duplicate: 2 });
    stripe.control.refundFromDashboard(intent, kroner(100));
    const failing = stripe.control.refundFromDashboard(intent, kroner(850));
    stripe.control.settleRefund(failing.id, "failed");
    stripe.control.refundFromDashboard(intent, kroner(200));
    await pass(3);
    await deliver(2);
    expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(650) });
    expect(await atStripe()).toBe(kroner(650));
    expect(await count("payment.refunded.v1")).toBe(3);
    expect(await count("payment.refund-failed.v1")).toBe(1);
  });

  test("a refund whose event overtakes the payment's own is not lost", async () => {
    const { order, checkout, stripe, deliver, state, session } = await open();
    const placed = await order();
    const sessionId = await checkout(placed);
    stripe.control.deliveries({ drop: 1 });
    stripe.control.pay(sessionId);
    stripe.control.refundFromDashboard((await session(sessionId)).paymentIntentId ?? "", kroner(50));
    await deliver(2);
    expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(900) });
  });
});

describe("10. disputes and strangers' events", () => {
  test("a dispute is a flag of its own: the order stays what it is", async () => {
    const { order, checkout, stripe, deliver, state, session, shop, count } = await open();
    const placed = await order();
    const sessionId = await checkout(placed);
    stripe.control.pay(sessionId);
    await deliver();
    const { id } = stripe.control.dispute((await session(sessionId)).paymentIntentId ?? "");
    await deliver(2);
    expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(950) });
    expect(await shop.ports.orders.get(placed.orderNumber)).toMatchObject({ dispute: "open" });
    stripe.control.closeDispute(id, "lost");
    await deliver(2);
    expect(await shop.ports.orders.get(placed.orderNumber)).toMatchObject({ dispute: "lost", status: "confirmed" });
    expect(await count("payment.payment-disputed.v1")).toBe(2);
  });

  test("an event that isn't ours is answered, ignored and counted", async () => {
    const { stripe, deliver, strangers, shop } = await open();
    const foreign = await stripe.session();
    stripe.control.pay(foreign.id);
    const before = (await shop.everything()).length;
    const { payment_intent: intent } = await stripe.stripe.checkout.sessions.retrieve(foreign.id);
    stripe.control.refundFromDashboard(String(intent), kroner(10));
    await expect(deliver()).resolves.toBeUndefined();
    expect(strangers).toEqual(["checkout.session.completed", "refund.created"]);
    expect((await shop.everything()).length).toBe(before);
  });

  test("a bad or missing signature is refused before anything is read", async () => {
    const { stripe, handleStripeEvent, shop, order, checkout } = await open();
    stripe.control.pay(await checkout(await order()));
    await stripe.control.idle();
    const body = stripe.received.at(-1)?.body ?? "";
    const reads = shop.table.client.middlewareStack;
    let requests = 0;
    reads.add((next) => (args) => {
      requests += 1;
      return next(args);
    });
    for (const signature of [undefined, "", "t=1,v1=0000"]) {
      await expect(handleStripeEvent(shop.origin(), body, signature)).rejects.toMatchObject({
        code: "webhook-signature-invalid",
      });
    }
    expect(requests).toBe(0);
  });
});
