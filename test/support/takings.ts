import { onTestFinished } from "vitest";
import type { AccessKey } from "#kernel/id";
import type { OrderNumber } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { capacityKey } from "#registration/store/keys";
import type { Guarded } from "./guards.ts";
import { KARI, ORDINARY } from "./shop.ts";
import type { Delivery } from "./stripe-stand-in.ts";
import { openTill } from "./till.ts";

export interface Placed {
  readonly orderNumber: OrderNumber;
  readonly key: AccessKey;
}

/** A till with an offering, and what both sides say of its money. */
export async function openTakings(capacity = 10) {
  const till = await openTill();
  onTestFinished(() => till.stripe.close());
  const { shop, stripe } = till;
  const offering = await shop.offering({ capacity });
  const place = { offeringId: offering.offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
  const order = () =>
    shop.placeOrder(
      shop.origin(),
      { buyer: KARI, payment: "card", goods: [], places: [place], expectedTotal: kroner(950) },
      "nb",
    );
  /** A delivery's signature is Stripe's own header; its body is text as Stripe sends it. */
  const headersOf = ({ headers }: Pick<Delivery, "headers">) => ({
    "content-type": "application/json; charset=utf-8",
    "stripe-signature": String(headers["stripe-signature"]),
  });
  /** The last delivery of this type. */
  async function toldOf(type: string): Promise<Delivery> {
    await stripe.control.idle();
    const told = stripe.received.findLast(({ event }) => event.type === type);
    if (!told) throw new Error(`Stripe has told nobody of ${type}.`);
    return told;
  }
  return {
    ...till,
    toldOf,
    offering,
    order,
    headersOf,
    /** An order that is paid at Stripe, and the delivery that tells so; nobody has been told yet. */
    async orderAndPay() {
      const placed = await order();
      const sessionId = await till.checkout(placed);
      stripe.control.pay(sessionId);
      const told = await toldOf("checkout.session.completed");
      const { paymentIntentId = "" } = await till.retrieve(sessionId);
      return { ...placed, sessionId, paymentIntentId, told };
    },
    /** Posts one delivery so often, all at once; answers the statuses. */
    postAtOnce: (told: Delivery, times: number) =>
      Promise.all(Array.from({ length: times }, () => till.post(told.body, headersOf(told)))),
    /** Captured minus refunded at Stripe: what the order must say is paid. */
    async atStripe(): Promise<number> {
      const sessions = await stripe.stripe.checkout.sessions.list({ limit: 100 });
      const intents = sessions.data.flatMap((each) =>
        each.payment_status === "paid" ? [String(each.payment_intent)] : [],
      );
      const amounts = sessions.data
        .filter((each) => each.payment_status === "paid")
        .map((each) => each.amount_total ?? 0);
      const refunds = (await stripe.stripe.refunds.list({ limit: 100 })).data;
      const back = refunds.filter((each) => each.status !== "failed" && intents.includes(String(each.payment_intent)));
      return amounts.reduce((a, b) => a + b, 0) - back.reduce((a, each) => a + each.amount, 0);
    },
    state: async ({ orderNumber }: Placed) => {
      const now = await shop.ports.orders.get(orderNumber);
      return { status: now?.status, paid: now?.paid };
    },
    count: async (type: string) => (await shop.facts(type)).length,
    free: async () => Number((await shop.row(capacityKey(offering.offeringId)))?.["free"]),
    session: till.retrieve,
  };
}

/** All that keeps one event, or one payment, from having two effects. */
export const ONCE: readonly Guarded[] = [
  { item: /^INBOX#/, condition: /^attribute_not_exists/ },
  { item: /^ORDER#/, condition: /^version = / },
  { item: / PLACE#/, condition: /^(status|version) = / },
];

export const CONFIRMED = "ordering.order-confirmed.v1";
export const OWED = "payment.refund-owed.v1";
