import { describe, expect, test } from "vitest";
import { stockKey } from "#catalogue/store/keys";
import { kroner } from "#kernel/money";
import { norwegianDay } from "#kernel/norwegian-time";
import { bookedUntil } from "#ordering/domain/retention";
import { closeUnpaidOrderUseCase } from "#payment/app/close-unpaid-order";
import { joinWaitingListUseCase } from "#registration/app/join-waiting-list";
import { count } from "#test/counts";
import { decideTogether } from "#test/decide-together";
import { takeAway } from "#test/guards";
import { KARI, ORDINARY } from "#test/shop";
import { ONCE, OWED, openTakings as open, type Placed } from "#test/takings";

/** The ten ways that shops lose money, by payments.md: each by its name there. Here what comes after the payment. */

describe("7. expired, late or abandoned session cancels a paid order, or stock never comes back", () => {
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

  test("negative control: a timer that doesn't ask Stripe gives a paid order up", async (context) => {
    const { orderAndPay, ports, settleCheckout, pass, shop, state } = await open();
    const placed = await orderAndPay();
    const expire: typeof ports.stripe.expire = async (sessionId) => ({
      ...(await ports.stripe.retrieve(sessionId)),
      status: "expired",
    });
    await pass(36 * 60);
    const unasked = closeUnpaidOrderUseCase({ ...ports, settleCheckout, stripe: { ...ports.stripe, expire } });
    await unasked(shop.origin(), placed.orderNumber);
    expect(await state(placed)).toEqual({ status: "expired", paid: 0 });
    count(context, "payment failures' negative controls", 1);
  });

  test("what nobody pays for comes back to the shelf, once", async (context) => {
    const { shop, checkout, pass, deliver, sweep } = await open();
    const { productId } = await shop.product(3, { weightGrams: 0 });
    const goods = [{ productId, quantity: 2 }];
    const asked = { buyer: KARI, payment: "card" as const, goods, places: [], expectedTotal: kroner(400) };
    await checkout(await shop.placeOrder(shop.origin(), asked, "nb"));
    expect(await shop.row(stockKey(productId))).toMatchObject({ onHand: 3, available: 1 });
    await pass(36 * 60);
    await Promise.all([sweep(), deliver(2), sweep()]);
    await sweep();
    expect(await shop.row(stockKey(productId))).toMatchObject({ onHand: 3, available: 3 });
    count(context, "payment failures by name", 1);
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

  test("else its money goes back, also while the place is free and somebody waits for it", async () => {
    const { late, deliver, state, free, payBackAll, atStripe } = await expiredAndPaid(async ({ shop, offering }) => {
      const who = { name: "Ola Eksempel", email: "ola@example.no", ticketTypeId: ORDINARY };
      await joinWaitingListUseCase(shop.ports)(shop.origin(), offering.offeringId, who, "nb");
    });
    expect(await free()).toBe(1);
    await deliver(3);
    await payBackAll(3);
    expect(await state(late)).toEqual({ status: "expired", paid: 0 });
    expect([await free(), await atStripe()]).toEqual([1, 0]);
  });

  /** One place, and an order that was paid although it had expired; `meanwhile` happens while it still holds the place. */
  async function expiredAndPaid(meanwhile?: (till: Awaited<ReturnType<typeof open>>) => Promise<void>) {
    const till = await open(1);
    const late = await till.order();
    await meanwhile?.(till);
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

describe("8. `completed` while `payment_status` is `unpaid` taken as paid", () => {
  test("waits for the money to come", async (context) => {
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
    count(context, "payment failures by name", 1);
  });

  test("negative control: the same session told as paid is an order confirmed", async (context) => {
    const { order, checkout, stripe, settleCheckout, session, shop, state } = await open();
    const placed = await order();
    const sessionId = await checkout(placed);
    stripe.control.payLater(sessionId);
    const told = await session(sessionId);
    expect(told).toMatchObject({ status: "complete", paymentStatus: "unpaid" });
    await settleCheckout(shop.origin(), placed.orderNumber, { ...told, paymentStatus: "paid" });
    expect(await state(placed)).toEqual({ status: "confirmed", paid: kroner(950) });
    count(context, "payment failures' negative controls", 1);
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
  test("come to what Stripe has, in any order, never above paid, with a fact for each credit note", async (context) => {
    const { order, checkout, stripe, deliver, state, atStripe, count: facts, session, pass } = await open();
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
    expect(await facts("payment.refunded.v1")).toBe(3);
    expect(await facts("payment.refund-failed.v1")).toBe(1);
    count(context, "payment failures by name", 1);
  });

  test("a refund by hand in another year moves the end of what bookkeeping keeps", async () => {
    const { orderAndPay, stripe, deliver, pass, shop } = await open();
    const { orderNumber, paymentIntentId } = await orderAndPay();
    await deliver();
    const until = async () => {
      const order = await shop.ports.orders.get(orderNumber);
      return order && bookedUntil({ ...order, lines: [] });
    };
    const paidIn = norwegianDay(shop.clock()).slice(0, 4);
    expect(await until()).toBe(`${Number(paidIn) + 5}-12-31T23:00:00.000Z`);
    await pass(366 * 86_400);
    // What was told a year ago isn't told again: its signature is too old.
    stripe.received.splice(0);
    stripe.control.refundFromDashboard(paymentIntentId, kroner(100));
    await deliver();
    expect(await until()).toBe(`${Number(paidIn) + 6}-12-31T23:00:00.000Z`);
  });

  test("all that was paid, twice from the dashboard, is refused by Stripe, and told of once", async () => {
    const { orderAndPay, stripe, deliver, state, count: facts } = await open();
    const placed = await orderAndPay();
    stripe.control.refundFromDashboard(placed.paymentIntentId);
    expect(() => stripe.control.refundFromDashboard(placed.paymentIntentId)).toThrow();
    await deliver(5);
    expect(await state(placed)).toEqual({ status: "confirmed", paid: 0 });
    expect(await facts("payment.refunded.v1")).toBe(1);
  });

  test("negative control: without inbox row and versions, one refund is told of as often as it comes", async (context) => {
    const { orderAndPay, stripe, deliver, toldOf, postAtOnce, count: facts, shop } = await open();
    const { paymentIntentId } = await orderAndPay();
    await deliver();
    stripe.control.refundFromDashboard(paymentIntentId, kroner(100));
    const told = await toldOf("refund.created");
    takeAway(shop.table, ONCE);
    decideTogether(shop.table, 10);
    await postAtOnce(told, 10);
    expect(await facts("payment.refunded.v1")).toBe(10);
    count(context, "payment failures' negative controls", 1);
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
  test("a dispute is a flag of its own: the order stays what it is", async (context) => {
    const { order, checkout, stripe, deliver, state, session, shop, count: facts } = await open();
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
    expect(await facts("payment.payment-disputed.v1")).toBe(2);
    count(context, "payment failures by name", 1);
  });

  test("negative control: without inbox row and versions, one dispute is told of as often as it comes", async (context) => {
    const { orderAndPay, stripe, deliver, toldOf, postAtOnce, count: facts, shop } = await open();
    const { paymentIntentId } = await orderAndPay();
    await deliver();
    stripe.control.dispute(paymentIntentId);
    const told = await toldOf("charge.dispute.created");
    takeAway(shop.table, ONCE);
    decideTogether(shop.table, 10);
    await postAtOnce(told, 10);
    expect(await facts("payment.payment-disputed.v1")).toBe(10);
    count(context, "payment failures' negative controls", 1);
  });

  test("an event that isn't ours is answered, ignored and counted", async () => {
    const { stripe, post, headersOf, strangers, shop } = await open();
    const foreign = await stripe.session();
    stripe.control.pay(foreign.id);
    const before = (await shop.everything()).length;
    const { payment_intent: intent } = await stripe.stripe.checkout.sessions.retrieve(foreign.id);
    stripe.control.refundFromDashboard(String(intent), kroner(10));
    await stripe.control.idle();
    const answers = await Promise.all(stripe.received.map((told) => post(told.body, headersOf(told))));
    expect(answers).toEqual([204, 204]);
    expect(strangers).toEqual(["checkout.session.completed", "refund.created"]);
    expect((await shop.everything()).length).toBe(before);
  });
});
