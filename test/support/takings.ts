import { onTestFinished } from "vitest";
import type { AccessKey } from "#kernel/id";
import type { OrderNumber } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { capacityKey } from "#registration/store/keys";
import { KARI, ORDINARY } from "./shop.ts";
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
  return {
    ...till,
    order,
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

export const CONFIRMED = "ordering.order-confirmed.v1";
export const OWED = "payment.refund-owed.v1";
