import { afterEach, beforeEach, expect, it } from "vitest";
import { openStripe, sessionParams } from "#test/stripe-stand-in";

let world: Awaited<ReturnType<typeof openStripe>>;
beforeEach(async () => {
  world = await openStripe();
});
afterEach(() => world.close());

const key = { idempotencyKey: "ord_1:1" };
const day = 24 * 60 * 60;

async function countSessions(): Promise<number> {
  return (await world.stripe.checkout.sessions.list({ limit: 100 })).data.length;
}

it("the same key with the same parameters gives the first answer again, and says so", async () => {
  const first = await world.session({}, key);
  const again = await world.session({}, key);
  expect(again).toEqual(first);
  expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined();
  expect(again.lastResponse.headers).toMatchObject({
    "idempotent-replayed": "true",
    "idempotency-key": "ord_1:1",
    "original-request": first.lastResponse.requestId,
  });
  expect(await countSessions()).toBe(1);
});

it("the first answer is kept even when the object has changed since", async () => {
  const first = await world.session({}, key);
  world.control.pay(first.id);
  expect(await world.session({}, key)).toMatchObject({ id: first.id, status: "open" });
});

it("the order of the parameters makes no difference", async () => {
  const payment_intent = world.control.pay((await world.session()).id).payment_intent ?? "";
  const first = await world.stripe.refunds.create({ payment_intent, amount: 100 }, key);
  expect(await world.stripe.refunds.create({ amount: 100, payment_intent }, key)).toEqual(first);
});

it.each([
  ["parameters", () => world.session({ client_reference_id: "ord_2" }, key), "same parameters"],
  ["endpoint", () => world.stripe.refunds.create({ payment_intent: "pi_1" }, key), "same endpoint"],
])("the same key with another %s is an idempotency error", async (_, request, message) => {
  await world.session({}, key);
  await expect(request()).rejects.toMatchObject({
    type: "StripeIdempotencyError",
    statusCode: 400,
    message: expect.stringContaining(message),
  });
  expect(await countSessions()).toBe(1);
});

it("a key is forgotten after 24 hours of the clock, not before", async () => {
  const { id } = await world.session({}, key);
  await world.pass(day - 1);
  expect((await world.session({}, key)).id).toBe(id);
  await world.pass(1);
  expect((await world.session({}, key)).id).not.toBe(id);
});

it("a refusal of parameters is not kept, a refusal by the endpoint is", async () => {
  await expect(world.session({ line_items: [] }, key)).rejects.toMatchObject({ statusCode: 400 });
  const { id } = await world.session({}, key);
  const payment_intent = world.control.decline(id).payment_intent ?? "";
  const refund = () => world.stripe.refunds.create({ payment_intent }, { idempotencyKey: "refund:1" });
  await expect(refund()).rejects.toMatchObject({ statusCode: 400 });
  world.control.pay(id);
  await expect(refund()).rejects.toMatchObject({ message: expect.stringContaining("successful charge") });
});

it("a key whose first request is still under way answers 409, and its answer once that is done", async () => {
  world.control.failRequests({ path: "/v1/checkout/sessions", method: "POST", how: "hang" });
  const requests = [world.session({}, key), world.session({}, key)];
  const firstAnswer = await Promise.race(requests.map((request) => request.catch((error: unknown) => error)));
  expect(firstAnswer).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
  world.control.release();
  const made = (await Promise.allSettled(requests)).filter(({ status }) => status === "fulfilled");
  expect(made).toMatchObject([{ value: { id: (await world.session({}, key)).id } }]);
});

it("the SDK's own retry of a lost answer finds the session that was made", async () => {
  world.control.failRequests({ path: "/v1/checkout/sessions", method: "POST", how: "after", status: 500 });
  const retrying = world.sdk(undefined, { maxNetworkRetries: 2 });
  const session = await retrying.checkout.sessions.create(sessionParams, key);
  expect(session.lastResponse.headers["idempotent-replayed"]).toBe("true");
  expect(await countSessions()).toBe(1);
});
