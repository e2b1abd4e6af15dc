import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStripe } from "#test/stripe-stand-in";

let world: Awaited<ReturnType<typeof openStripe>>;
beforeEach(async () => {
  world = await openStripe();
});
afterEach(() => world.close());

/** The fields that the SDK's types promise of an object: `export interface Session { id: string; … }`. */
async function promisedFields(file: string, name: string): Promise<string[]> {
  const source = await readFile(`node_modules/stripe/esm/resources/${file}.d.ts`, "utf8");
  const [, body = ""] =
    new RegExp(`export interface ${name} (?:extends \\w+ )?\\{\n(.*?)\n\\}`, "s").exec(source) ?? [];
  return [...body.matchAll(/^ {4}(\w+):/gm)].map(([, field = ""]) => field);
}

async function onePaidAndRefunded() {
  const { stripe, control } = world;
  const { id } = await world.session();
  const payment_intent = control.pay(id).payment_intent ?? "";
  const refund = await stripe.refunds.create({ payment_intent, amount: 100 });
  const dispute = control.dispute(payment_intent);
  const [line] = (await stripe.checkout.sessions.listLineItems(id)).data;
  return {
    session: await stripe.checkout.sessions.retrieve(id),
    line,
    price: line?.price,
    intent: await stripe.paymentIntents.retrieve(payment_intent),
    charge: await stripe.charges.retrieve(String(refund.charge)),
    refund,
    dispute: await stripe.disputes.retrieve(dispute.id),
    event: (await stripe.events.list()).data[0],
  };
}

it.each([
  ["session", "Checkout/Sessions", "Session"],
  ["line", "LineItems", "LineItem"],
  ["price", "Prices", "Price"],
  ["intent", "PaymentIntents", "PaymentIntent"],
  ["charge", "Charges", "Charge"],
  ["refund", "Refunds", "Refund"],
  ["dispute", "Disputes", "Dispute"],
  ["event", "Events", "EventBase"],
] as const)("%s: the answer has every field that the SDK's types promise", async (name, file, type) => {
  const promised = await promisedFields(file, type);
  expect(promised).toContain("object");
  const answered = Object.keys((await onePaidAndRefunded())[name] ?? {});
  expect(promised.filter((field) => !answered.includes(field))).toEqual([]);
});

it("the API version of events is the SDK's own", async () => {
  const { event } = await onePaidAndRefunded();
  const { default: Stripe } = await import("stripe");
  expect(event?.api_version).toBe(Stripe.API_VERSION);
});
