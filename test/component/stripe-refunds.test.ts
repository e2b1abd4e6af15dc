import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStripe } from "#test/stripe-stand-in";

let world: Awaited<ReturnType<typeof openStripe>>;
let payment_intent: string;
beforeEach(async () => {
  world = await openStripe();
  payment_intent = world.control.pay((await world.session()).id).payment_intent ?? "";
  await world.control.idle();
  world.received.length = 0;
});
afterEach(() => world.close());

async function charge() {
  const intent = await world.stripe.paymentIntents.retrieve(payment_intent);
  return world.stripe.charges.retrieve(String(intent.latest_charge));
}

describe("a refund", () => {
  it("sends a part back, and is told", async () => {
    const made = await world.stripe.refunds.create({
      payment_intent,
      amount: 30_000,
      metadata: { order: "ord_1" },
      reason: "requested_by_customer",
    });
    expect(made).toMatchObject({
      object: "refund",
      amount: 30_000,
      status: "succeeded",
      payment_intent,
      currency: "nok",
      metadata: { order: "ord_1" },
      reason: "requested_by_customer",
    });
    expect(await world.stripe.refunds.retrieve(made.id)).toMatchObject({ id: made.id, amount: 30_000 });
    expect(await charge()).toMatchObject({ amount_refunded: 30_000, refunded: false });
    await world.control.idle();
    expect(world.received.map(({ event }) => event)).toMatchObject([
      { type: "refund.created", data: { object: { id: made.id, amount: 30_000 } } },
    ]);
  });

  it("without an amount sends back all that is left, and then nothing is left", async () => {
    await world.stripe.refunds.create({ payment_intent, amount: 1 });
    expect(await world.stripe.refunds.create({ payment_intent })).toMatchObject({ amount: 94_999 });
    expect(await charge()).toMatchObject({ amount_refunded: 95_000, refunded: true });
    await expect(world.stripe.refunds.create({ payment_intent, amount: 1 })).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 400,
      code: "charge_already_refunded",
    });
  });

  it("never makes the sum pass what was paid", async () => {
    await world.stripe.refunds.create({ payment_intent, amount: 50_000 });
    await expect(world.stripe.refunds.create({ payment_intent, amount: 45_001 })).rejects.toMatchObject({
      statusCode: 400,
      param: "amount",
      message: "Refund amount (kr450.01) is greater than unrefunded amount on charge (kr450.00)",
    });
    expect(await charge()).toMatchObject({ amount_refunded: 50_000 });
  });

  it("of a payment that has not succeeded is refused", async () => {
    const { id } = await world.session();
    const pending = world.control.payLater(id).payment_intent ?? "";
    await expect(world.stripe.refunds.create({ payment_intent: pending })).rejects.toMatchObject({
      message: expect.stringContaining("does not have a successful charge"),
    });
    await expect(world.stripe.refunds.create({ amount: 1 })).rejects.toMatchObject({
      code: "parameter_missing",
      message: "Missing required param: payment_intent.",
    });
    await expect(world.stripe.refunds.create({ payment_intent: "pi_none" })).rejects.toMatchObject({
      statusCode: 404,
      code: "resource_missing",
    });
  });

  it("is listed with its payment only, newest first, page by page", async () => {
    const other = world.control.pay((await world.session()).id).payment_intent ?? "";
    await world.stripe.refunds.create({ payment_intent: other });
    const made: string[] = [];
    for (const amount of [1, 2, 3]) made.unshift((await world.stripe.refunds.create({ payment_intent, amount })).id);
    const listed = await world.stripe.refunds.list({ payment_intent, limit: 2 }).autoPagingToArray({ limit: 10 });
    expect(listed.map(({ id }) => id)).toEqual(made);
  });

  it("may wait, and then succeed", async () => {
    world.control.refundsStart("pending");
    const { id, status } = await world.stripe.refunds.create({ payment_intent, amount: 100 });
    expect(status).toBe("pending");
    expect(await charge()).toMatchObject({ amount_refunded: 100 });
    world.control.settleRefund(id, "succeeded");
    await world.control.idle();
    expect(world.types().sort()).toEqual(["refund.created", "refund.updated"]);
    expect(await world.stripe.refunds.retrieve(id)).toMatchObject({ status: "succeeded" });
  });

  it("may fail even after it succeeded: its amount can be refunded again", async () => {
    const { id } = await world.stripe.refunds.create({ payment_intent });
    world.control.settleRefund(id, "failed");
    expect(await world.stripe.refunds.retrieve(id)).toMatchObject({
      status: "failed",
      failure_reason: expect.any(String),
    });
    expect(await charge()).toMatchObject({ amount_refunded: 0, refunded: false });
    expect(await world.stripe.refunds.create({ payment_intent })).toMatchObject({ amount: 95_000 });
    await world.control.idle();
    expect(world.types().sort()).toEqual(["refund.created", "refund.created", "refund.failed", "refund.updated"]);
    expect(() => world.control.settleRefund(id, "succeeded")).toThrow("already failed");
  });

  it("may be made in the dashboard", async () => {
    const { id } = world.control.refundFromDashboard(payment_intent, 500);
    expect(await world.stripe.refunds.retrieve(id)).toMatchObject({ amount: 500, metadata: {}, reason: null });
    await world.control.idle();
    expect(world.types()).toEqual(["refund.created"]);
  });
});

it("a dispute is told when it opens and closes, and stops refunds", async () => {
  const { id } = world.control.dispute(payment_intent);
  expect(await world.stripe.disputes.retrieve(id)).toMatchObject({
    status: "needs_response",
    amount: 95_000,
    payment_intent,
  });
  await expect(world.stripe.refunds.create({ payment_intent })).rejects.toMatchObject({ code: "charge_disputed" });
  expect(() => world.control.dispute(payment_intent)).toThrow("disputed");
  await world.control.idle();
  world.control.closeDispute(id, "lost");
  await world.control.idle();
  expect(() => world.control.closeDispute(id, "won")).toThrow("already closed");
  expect(world.received.map(({ event }) => event)).toMatchObject([
    { type: "charge.dispute.created", data: { object: { id, status: "needs_response" } } },
    { type: "charge.dispute.closed", data: { object: { id, status: "lost" } } },
  ]);
});
