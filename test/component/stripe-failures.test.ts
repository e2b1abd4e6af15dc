import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { Faults } from "#local/faults";
import { openStripe } from "#test/stripe-stand-in";

let world: Awaited<ReturnType<typeof openStripe>>;
beforeEach(async () => {
  world = await openStripe();
});
afterEach(() => world.close());

const commandAnswer = z.looseObject({ id: z.string().optional(), payment_intent: z.string().optional() });

const sessionId = z.object({ id: z.string() });
const sessions = "/v1/checkout/sessions";

async function countSessions(): Promise<number> {
  return (await world.stripe.checkout.sessions.list({ limit: 100 })).data.length;
}

describe("a request that shall fail", () => {
  it("before: is refused as often as told, and nothing is done", async () => {
    world.control.failRequests({ path: sessions, method: "POST", times: 2, how: "before", status: 500 });
    for (let time = 0; time < 2; time += 1)
      await expect(world.session()).rejects.toMatchObject({ type: "StripeAPIError", statusCode: 500 });
    expect(await countSessions()).toBe(0);
    await world.session();
    expect(await countSessions()).toBe(1);
  });

  it("after: is done, and its answer is lost", async () => {
    world.control.failRequests({ path: sessions, method: "POST", how: "after", status: 503 });
    await expect(world.session()).rejects.toMatchObject({ statusCode: 503 });
    expect(await countSessions()).toBe(1);
  });

  it("without a status: the connection is cut", async () => {
    world.control.failRequests({ path: sessions, method: "POST", times: 2, how: "before" });
    await expect(world.session()).rejects.toMatchObject({ type: "StripeConnectionError" });
  });

  it("as too many requests", async () => {
    world.control.failRequests({ path: sessions, how: "before", status: 429 });
    await expect(world.session()).rejects.toMatchObject({ type: "StripeRateLimitError", code: "rate_limit" });
  });

  it("with a body without `error`: the SDK takes it for the object that was asked for", async () => {
    world.control.failRequests({ path: sessions, how: "before", status: 503, body: { message: "try later" } });
    expect(await world.session()).toEqual({ message: "try later" });
  });

  it("hang: the client gives up, and the work is done all the same", async () => {
    const { id } = await world.session();
    world.control.failRequests({ path: `${sessions}/*/expire`, how: "hang" });
    const impatient = world.sdk(undefined, { timeout: 50 });
    await expect(impatient.checkout.sessions.expire(id)).rejects.toMatchObject({ type: "StripeConnectionError" });
    await expect.poll(() => world.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: "expired" });
  });

  it("is only one that fits the path and the method", async () => {
    world.control.failRequests({ path: `${sessions}/*/expire`, method: "GET", how: "before", status: 500 });
    const { id } = await world.session();
    expect(await world.stripe.checkout.sessions.expire(id)).toMatchObject({ status: "expired" });
  });
});

describe("another process", () => {
  const command = async (name: string, input: object = {}) => {
    const answer = await fetch(`${world.url}/_control/${name}`, { method: "POST", body: JSON.stringify(input) });
    return { status: answer.status, body: commandAnswer.parse(await answer.json()) };
  };

  it("pays, refunds, disputes and waits over HTTP", async () => {
    const { id: session } = await world.session();
    const { body: paid } = await command("pay", { session });
    expect(paid).toMatchObject({ id: session, payment_status: "paid" });
    const { body: refund } = await command("refund-from-dashboard", {
      paymentIntent: paid.payment_intent,
      amount: 500,
    });
    expect(refund).toMatchObject({ object: "refund", amount: 500 });
    await command("settle-refund", { refund: refund.id, outcome: "failed" });
    const { body: dispute } = await command("dispute", { paymentIntent: paid.payment_intent });
    await command("close-dispute", { dispute: dispute.id, outcome: "won" });
    expect(await command("idle")).toEqual({ status: 200, body: {} });
    expect(world.types().sort()).toEqual([
      ...["charge.dispute.closed", "charge.dispute.created", "checkout.session.completed"],
      ...["refund.created", "refund.failed", "refund.updated"],
    ]);
  });

  it("pays later, and says what becomes of it", async () => {
    const { id: session } = await world.session();
    await command("pay-later", { session });
    const { body } = await command("settle-later", { session, outcome: "succeeded" });
    expect(body).toMatchObject({ status: "complete", payment_status: "paid" });
  });

  it("orders deliveries and failures, and resets them", async () => {
    await command("deliveries", { drop: true, types: ["checkout.session.completed"] });
    await command("fail-requests", { path: sessions, how: "before", status: 500 });
    await expect(world.session()).rejects.toMatchObject({ statusCode: 500 });
    world.control.pay((await world.session()).id);
    const [event] = (await world.stripe.events.list()).data;
    await command("redeliver", { event: event?.id });
    await command("idle");
    expect(world.received.map((delivery) => delivery.event.id)).toEqual([event?.id]);
    await command("reset");
    expect(await countSessions()).toBe(0);
  });

  it.each([
    ["an unknown command", "payy", {}, 404, "There are: pay, "],
    ["another input than the command takes", "pay", { sesion: "cs_1" }, 400, "session"],
    ["a session that is not there", "pay", { session: "cs_1" }, 404, "No such checkout.session"],
  ])("is told of %s", async (_, name, input, status, message) => {
    expect(await command(name, input)).toMatchObject({
      status,
      body: { error: { message: expect.stringContaining(message) } },
    });
  });
});

describe("a function's call to Stripe, broken on purpose", () => {
  const killed: string[] = [];
  let faults: Faults;
  let broken: Awaited<ReturnType<typeof openStripe>>;
  beforeEach(async () => {
    faults = new Faults();
    faults.onKill(async (thread) => {
      killed.push(thread);
    });
    broken = await openStripe({ faults });
  });
  afterEach(() => broken.close());

  /** A function's thread names itself behind the account's key; its SDK may try twice more. */
  const asThread = () => broken.sdk("sk_test_component_thread-1", { maxNetworkRetries: 2 }).checkout.sessions.list();

  it.each([
    ["stripe-before", { type: "StripeAPIError", statusCode: 500 }],
    ["stripe-after", { type: "StripeAPIError", statusCode: 500 }],
    ["stripe-throttle", { type: "StripeRateLimitError" }],
  ] as const)("%s: reaches the function, not tried again by the SDK", async (kind, error) => {
    faults.breakRequest({ kind, request: 2 });
    await asThread();
    await expect(asThread()).rejects.toMatchObject(error);
    await asThread();
    expect([faults.counted.stripeCalls, faults.struck]).toEqual([3, 1]);
  });

  it("stripe-nonsense: the function takes it for the object", async () => {
    faults.breakRequest({ kind: "stripe-nonsense", request: 1 });
    expect(await asThread()).toEqual({ message: "Service Unavailable" });
  });

  it("stripe-kill: ends the thread that called", async () => {
    faults.breakRequest({ kind: "stripe-kill", request: 1 });
    await asThread().catch(() => {});
    expect(killed).toEqual(["thread-1"]);
  });

  it("comes to nobody who has no name", async () => {
    faults.breakRequest({ kind: "stripe-before", request: 1 });
    await broken.stripe.checkout.sessions.list();
    expect([faults.counted.stripeCalls, faults.struck]).toEqual([0, 0]);
  });

  it.each([
    ["webhook-lost", 3 * 3600, 0],
    ["webhook-late", 19 * 60, 0],
    ["webhook-late", 20 * 60, 1],
    ["webhook-stale", 89 * 60, 0],
    ["webhook-stale", 90 * 60, 1],
  ] as const)("%s: after %d seconds %d of the second event have come", async (kind, seconds, times) => {
    faults.breakRequest({ kind, request: 2 });
    const [first, second] = [await broken.session(), await broken.session()];
    broken.control.pay(first.id);
    broken.control.pay(second.id);
    await broken.pass(seconds);
    const about = broken.received.map(({ event }) => sessionId.parse(event.data.object).id);
    expect(about.filter((id) => id === first.id)).toHaveLength(1);
    expect(about.filter((id) => id === second.id)).toHaveLength(times);
  });
});
