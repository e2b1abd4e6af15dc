import { ADDRESS, type Placed } from "#local/demo/buying";
import type { Person, Walk } from "#local/demo/walk";
import { seededProduct } from "#local/seed/seed";
import { OrderPlacedAnswer } from "#ordering/app/place-order";
import { CheckoutStarted } from "#payment/app/start-checkout";

/** Orders one deck by card. */
export function deckByCard(walk: Walk, buyer: Person): Promise<Placed> {
  const body = {
    buyer,
    deliveryAddress: { name: buyer.name, ...ADDRESS },
    goods: [{ productId: seededProduct("deck-children"), quantity: 1 }],
    payment: "card",
    expectedTotal: 100_00 + 79_00,
  };
  return walk.post(OrderPlacedAnswer, "/orders", { body });
}

/** The buyer goes to Stripe's page; answers its address. */
export async function toCheckout(walk: Walk, { orderNumber, key }: Placed): Promise<string> {
  return (await walk.post(CheckoutStarted, `/orders/${orderNumber}/checkout`, { key })).url;
}
