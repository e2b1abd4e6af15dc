import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStripe, webhookSecret } from "#test/stripe-stand-in";

let world: Awaited<ReturnType<typeof openStripe>>;
beforeEach(async () => {
  world = await openStripe();
});
afterEach(() => world.close());

const [day, week] = [24 * 60 * 60, 7 * 24 * 60 * 60];

async function paid(): Promise<string> {
  const { id } = await world.session();
  world.control.pay(id);
  return id;
}

describe("what is not answered 2xx", () => {
  it("is sent again after a pause by the clock, until it is taken", async () => {
    world.answers.status = 503;
    await paid();
    await world.control.idle();
    expect(world.received).toHaveLength(1);
    await world.pass(9);
    expect(world.received).toHaveLength(1);
    await world.pass(1);
    expect(world.received).toHaveLength(2);
    await world.pass(29);
    expect(world.received).toHaveLength(2);
    world.answers.status = 200;
    await world.pass(1);
    expect(world.received).toHaveLength(3);
    await world.pass(week);
    expect(world.received).toHaveLength(3);
    expect(new Set(world.received.map(({ event }) => event.id)).size).toBe(1);
  });

  it("is signed anew at each attempt", async () => {
    world.answers.status = 500;
    await paid();
    await world.control.idle();
    await world.pass(10);
    const stamps = world.received.map(
      ({ headers }) => /^t=(\d+),v1=[0-9a-f]{64}$/.exec(String(headers["stripe-signature"]))?.[1],
    );
    expect(Number(stamps[1]) - Number(stamps[0])).toBe(10);
  });

  it("is given up after three days", async () => {
    world.answers.status = 500;
    await paid();
    for (let hour = 0; hour < 73; hour += 1) await world.pass(3600);
    const attempts = world.received.length;
    expect(attempts).toBeGreaterThan(8);
    await world.pass(week);
    expect(world.received).toHaveLength(attempts);
  });

  it("counts as pending on its event", async () => {
    world.answers.status = 500;
    await paid();
    await world.control.idle();
    expect((await world.stripe.events.list()).data).toMatchObject([{ pending_webhooks: 1 }]);
    world.answers.status = 200;
    await world.pass(10);
    expect((await world.stripe.events.list()).data).toMatchObject([{ pending_webhooks: 0 }]);
  });
});

it("events are delivered by themselves, without anyone asking", async () => {
  await paid();
  await expect.poll(world.types).toEqual(["checkout.session.completed"]);
});

it("the stand-in looks at the clock by itself: a session expires and is told", async () => {
  await world.session();
  world.clock.now += day * 1000;
  await expect.poll(world.types).toEqual(["checkout.session.expired"]);
});

describe("deliveries can be told to", () => {
  it("duplicate: identical events, all signed", async () => {
    world.clock.now = Date.now();
    world.control.deliveries({ duplicate: 4 });
    await paid();
    await world.control.idle();
    expect(world.received).toHaveLength(5);
    expect(new Set(world.received.map(({ body }) => body)).size).toBe(1);
    for (const { body, headers } of world.received)
      await world.stripe.webhooks.constructEventAsync(body, String(headers["stripe-signature"]), webhookSecret);
  });

  it("delay by the clock", async () => {
    world.control.deliveries({ delay: 60 });
    await paid();
    await world.pass(59);
    expect(world.types()).toEqual([]);
    await world.pass(1);
    expect(world.types()).toEqual(["checkout.session.completed"]);
  });

  it("reorder: what comes within two seconds is sent newest first", async () => {
    world.control.deliveries({ reorder: true });
    const { id } = await world.session();
    world.control.payLater(id);
    world.control.settleLater(id, "succeeded");
    await world.control.idle();
    expect(world.types()).toEqual([]);
    await world.pass(2);
    expect(world.types()).toEqual(["checkout.session.async_payment_succeeded", "checkout.session.completed"]);
  });

  it("drop all: nothing comes, ever, but the event can be redelivered", async () => {
    world.control.deliveries({ drop: true });
    await paid();
    await world.pass(week);
    expect(world.received).toEqual([]);
    const [event] = (await world.stripe.events.list()).data;
    world.control.redeliver(event?.id ?? "");
    await world.control.idle();
    expect(world.received.map((delivery) => delivery.event.id)).toEqual([event?.id]);
  });

  it("drop the next n", async () => {
    world.control.deliveries({ drop: 2 });
    await paid();
    await paid();
    const third = await paid();
    await world.control.idle();
    expect(world.received.map(({ event }) => event.data.object)).toMatchObject([{ id: third }]);
  });

  it("treat some types only", async () => {
    world.control.deliveries({ drop: true, types: ["checkout.session.completed"] });
    const { id } = await world.session();
    world.control.payLater(id);
    world.control.settleLater(id, "failed");
    await world.control.idle();
    expect(world.types()).toEqual(["checkout.session.async_payment_failed"]);
  });
});

it("a type that the endpoint has not subscribed to stays in the list of events", async () => {
  const payment_intent = world.control.pay((await world.session()).id).payment_intent ?? "";
  world.control.refundFromDashboard(payment_intent);
  await world.control.idle();
  expect(world.types().sort()).toEqual(["checkout.session.completed", "refund.created"]);
  expect((await world.stripe.events.list({ type: "charge.refunded" })).data).toHaveLength(1);
});

it("an event holds its object as it was when it happened", async () => {
  world.control.deliveries({ delay: 5 });
  const { id } = await world.session();
  world.control.payLater(id);
  world.control.settleLater(id, "succeeded");
  await world.pass(5);
  const completed = world.received.find(({ event }) => event.type === "checkout.session.completed");
  expect(completed?.event.data.object).toMatchObject({ id, payment_status: "unpaid" });
  const kept = await world.stripe.events.retrieve(completed?.event.id ?? "");
  expect(kept.data.object).toMatchObject({ id, payment_status: "unpaid" });
});

it("reset forgets sessions, deliveries, keys and orders", async () => {
  world.answers.status = 500;
  const id = await paid();
  await world.session({}, { idempotencyKey: "once" });
  await world.control.idle();
  world.control.deliveries({ drop: true });
  world.control.refundsStart("pending");
  world.control.failRequests({ path: "/v1/checkout/sessions", how: "before", status: 500 });
  await world.control.reset();
  world.answers.status = 200;
  const attempts = world.received.length;
  await expect(world.stripe.checkout.sessions.retrieve(id)).rejects.toMatchObject({ statusCode: 404 });
  const again = await world.session({ client_reference_id: "ord_2" }, { idempotencyKey: "once" });
  const payment_intent = world.control.pay(again.id).payment_intent ?? "";
  expect(await world.stripe.refunds.create({ payment_intent })).toMatchObject({ status: "succeeded" });
  await world.pass(day);
  expect(world.types().slice(attempts).sort()).toEqual(["checkout.session.completed", "refund.created"]);
});
