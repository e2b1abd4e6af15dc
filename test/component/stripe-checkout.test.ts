import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStripe, sessionParams, startOfClock, webhookSecret } from "#test/stripe-stand-in";

let world: Awaited<ReturnType<typeof openStripe>>;
beforeEach(async () => {
  world = await openStripe();
});
afterEach(() => world.close());

const line = (unit_amount: number, currency = "nok") => ({
  quantity: 1,
  price_data: { currency, unit_amount, product_data: { name: "Lærebok" } },
});
const keys = (count: number) => Array.from({ length: count }, (_, index) => [`key${index}`, "1"]);

describe("a Checkout Session", () => {
  it("is created open, with the sum of its lines and no PaymentIntent", async () => {
    const session = await world.session();
    expect(session).toMatchObject({
      object: "checkout.session",
      status: "open",
      payment_status: "unpaid",
      payment_intent: null,
      amount_total: 95_000,
      currency: "nok",
      locale: "nb",
      client_reference_id: "ord_1",
      mode: "payment",
      metadata: { order: "ord_1" },
      customer_email: "kari@example.no",
      success_url: sessionParams.success_url,
      url: `${world.url}/c/pay/${session.id}`,
      expires_at: world.clock.now / 1000 + 24 * 60 * 60,
    });
    expect(session.id).toMatch(/^cs_test_\w{24}$/);
    const expanded = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
    expect(expanded.payment_intent).toBeNull();
    const lines = await world.stripe.checkout.sessions.listLineItems(session.id);
    expect(lines.data).toMatchObject([
      { description: "Lærebok", quantity: 2, amount_total: 95_000, price: { unit_amount: 47_500, currency: "nok" } },
    ]);
  });

  it("is paid: it completes, with a PaymentIntent and a charge that expand", async () => {
    const { id } = await world.session();
    world.control.pay(id);
    const session = await world.stripe.checkout.sessions.retrieve(id, {
      expand: ["payment_intent.latest_charge", "line_items"],
    });
    expect(session).toMatchObject({
      status: "complete",
      payment_status: "paid",
      url: null,
      customer_details: { email: "kari@example.no" },
      payment_intent: {
        status: "succeeded",
        amount: 95_000,
        amount_received: 95_000,
        metadata: { order: "ord_1" },
        latest_charge: {
          object: "charge",
          status: "succeeded",
          paid: true,
          amount_captured: 95_000,
          amount_refunded: 0,
        },
      },
      line_items: { object: "list", data: [{ description: "Lærebok" }] },
    });
  });

  it("stays open when the card is declined, and is paid by the same PaymentIntent", async () => {
    const { id } = await world.session();
    const declined = world.control.decline(id).payment_intent;
    const intent = await world.stripe.paymentIntents.retrieve(declined ?? "");
    expect(intent).toMatchObject({ status: "requires_payment_method", last_payment_error: { code: "card_declined" } });
    expect(await world.stripe.checkout.sessions.retrieve(id)).toMatchObject({
      status: "open",
      payment_status: "unpaid",
    });
    expect(world.control.pay(id).payment_intent).toBe(declined);
    expect(await world.stripe.paymentIntents.retrieve(declined ?? "")).toMatchObject({
      status: "succeeded",
      last_payment_error: null,
    });
    await world.control.idle();
    expect(world.types()).toEqual(["checkout.session.completed"]);
  });

  it.each([
    ["succeeded", "paid", "succeeded"],
    ["failed", "unpaid", "requires_payment_method"],
  ] as const)("paid later completes as unpaid, and then has %s", async (outcome, paymentStatus, intentStatus) => {
    const { id } = await world.session();
    world.control.payLater(id);
    expect(await world.stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] })).toMatchObject({
      status: "complete",
      payment_status: "unpaid",
      payment_intent: { status: "processing", amount_received: 0 },
    });
    world.control.settleLater(id, outcome);
    expect(await world.stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] })).toMatchObject({
      status: "complete",
      payment_status: paymentStatus,
      payment_intent: { status: intentStatus },
    });
    await world.control.idle();
    expect(world.received.map(({ event }) => event)).toMatchObject([
      { type: "checkout.session.completed", data: { object: { id, payment_status: "unpaid" } } },
      { type: `checkout.session.async_payment_${outcome}`, data: { object: { id, payment_status: paymentStatus } } },
    ]);
  });

  it("expires by the clock, not before, and can't be paid then", async () => {
    const expires_at = world.clock.now / 1000 + 31 * 60;
    const { id } = await world.session({ expires_at });
    await world.pass(31 * 60 - 1);
    expect(await world.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: "open" });
    await world.pass(1);
    expect(await world.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: "expired", url: null });
    expect(world.types()).toEqual(["checkout.session.expired"]);
    expect(() => world.control.pay(id)).toThrow("expired");
  });

  it("that expires cancels the PaymentIntent of a declined card", async () => {
    const { id } = await world.session();
    const intent = world.control.decline(id).payment_intent ?? "";
    await world.stripe.checkout.sessions.expire(id);
    expect(await world.stripe.paymentIntents.retrieve(intent)).toMatchObject({ status: "canceled" });
  });

  it("is expanded in the answer only", async () => {
    const { id } = await world.session();
    const intent = world.control.pay(id).payment_intent ?? "";
    await world.stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent.latest_charge"] });
    expect(await world.stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_intent: intent });
    expect((await world.stripe.paymentIntents.retrieve(intent)).latest_charge).toMatch(/^ch_/);
    for (const expand of ["client_reference_id", "payer"])
      await expect(world.stripe.checkout.sessions.retrieve(id, { expand: [expand] })).rejects.toMatchObject({
        message: `This property cannot be expanded (${expand}).`,
      });
  });

  it("has no pending payment to settle, once it is paid or before anyone pays", async () => {
    const { id } = await world.session();
    expect(() => world.control.settleLater(id, "failed")).toThrow("no pending payment");
    world.control.pay(id);
    expect(() => world.control.settleLater(id, "failed")).toThrow("no pending payment");
  });

  it("is expired by the API while it is open, and only then", async () => {
    const [open, paid] = [await world.session(), await world.session()];
    world.control.pay(paid.id);
    expect(await world.stripe.checkout.sessions.expire(open.id)).toMatchObject({ status: "expired" });
    for (const { id } of [open, paid])
      await expect(world.stripe.checkout.sessions.expire(id)).rejects.toMatchObject({
        type: "StripeInvalidRequestError",
        statusCode: 400,
        message: expect.stringContaining('Only Checkout Sessions with a status in ["open"] can be expired'),
      });
  });

  it("keeps its lines in their order", async () => {
    const line_items = [line(1000), line(2000), line(3000)];
    const { id } = await world.session({ line_items });
    const { line_items: expanded } = await world.stripe.checkout.sessions.retrieve(id, { expand: ["line_items"] });
    const listed = await world.stripe.checkout.sessions.listLineItems(id, { limit: 2 }).autoPagingToArray({ limit: 9 });
    for (const lines of [expanded?.data, listed])
      expect(lines?.map(({ amount_total }) => amount_total)).toEqual([1000, 2000, 3000]);
  });

  it("is found by its PaymentIntent", async () => {
    const [one, other] = [await world.session(), await world.session()];
    const payment_intent = world.control.pay(one.id).payment_intent ?? "";
    world.control.pay(other.id);
    const found = await world.stripe.checkout.sessions.list({ payment_intent });
    expect(found.data.map(({ id }) => id)).toEqual([one.id]);
    const all = await world.stripe.checkout.sessions.list({ expand: ["data.payment_intent"] });
    expect(all.data).toMatchObject([other, one].map(({ id }) => ({ id, payment_intent: { status: "succeeded" } })));
  });

  it.each([
    [
      "an expiry in less than 30 minutes",
      { expires_at: startOfClock + 30 * 60 - 1 },
      "expires_at",
      "at least 30 minutes",
    ],
    [
      "an expiry in more than 24 hours",
      { expires_at: startOfClock + 24 * 60 * 60 + 1 },
      "expires_at",
      "less than 24 hours",
    ],
    ["a sum of less than three kroner", { line_items: [line(299)] }, undefined, "must add up to at least kr3.00"],
    ["two currencies", { line_items: [line(500), line(500, "sek")] }, "line_items", "same currency"],
    ["51 keys of metadata", { metadata: Object.fromEntries(keys(51)) }, "metadata", "at most 50 keys"],
    ["an e-mail address that is none", { customer_email: "kari" }, "customer_email", "email address"],
    ["no lines", { line_items: [] }, "line_items", "line_items"],
    ["a success address that is none", { success_url: "takk" }, "success_url", "success_url"],
    ["a key of metadata of 41 characters", { metadata: { ["x".repeat(41)]: "1" } }, "metadata", "metadata"],
    [
      "a parameter that it does not know",
      { allow_promotion_codes: true },
      "allow_promotion_codes",
      "unknown parameter",
    ],
  ])("refuses %s", async (_, overrides, param, message) => {
    await expect(world.session(overrides)).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 400,
      ...(param && { param: expect.stringContaining(param) }),
      message: expect.stringContaining(message),
      requestId: expect.stringMatching(/^req_/),
    });
  });

  it("that is not there is a 404 resource_missing", async () => {
    await expect(world.stripe.checkout.sessions.retrieve("cs_test_none")).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 404,
      code: "resource_missing",
      message: "No such checkout.session: 'cs_test_none'",
    });
  });

  it("is refused with another secret key", async () => {
    await expect(world.sdk("sk_test_other").checkout.sessions.create(sessionParams)).rejects.toMatchObject({
      type: "StripeAuthenticationError",
      statusCode: 401,
    });
  });
});

it("a delivery is signed as the SDK checks it, and no other secret fits", async () => {
  world.clock.now = Date.now();
  const { id } = await world.session();
  world.control.pay(id);
  await world.control.idle();
  const [delivery] = world.received;
  const [body, signature] = [delivery?.body ?? "", String(delivery?.headers["stripe-signature"])];
  const event = await world.stripe.webhooks.constructEventAsync(body, signature, webhookSecret);
  expect(event).toMatchObject({ object: "event", type: "checkout.session.completed", data: { object: { id } } });
  await expect(world.stripe.webhooks.constructEventAsync(body, signature, "whsec_other")).rejects.toThrow("signature");
  expect(await world.stripe.events.retrieve(event.id)).toMatchObject({ id: event.id, pending_webhooks: 0 });
});
