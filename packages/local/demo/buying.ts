import assert from "node:assert/strict";
import type * as z from "zod";
import { OrderPlacedAnswer, type PlaceOrderCommand } from "#ordering/app/place-order";
import { OrderView } from "#ordering/http/order-view";
import { CheckoutStarted } from "#payment/app/start-checkout";
import type { Walk } from "./walk.ts";

export type Basket = z.input<typeof PlaceOrderCommand>;
export type Placed = z.infer<typeof OrderPlacedAnswer>;
export type OrderSeen = z.infer<typeof OrderView>;

/** Where the invented live. */
export const ADDRESS = { street: "Eksempelveien 1", postalCode: "5003", city: "Bergen" };

/** Places an order as its buyer; what they were shown it costs is `expectedTotal`, in øre. */
export function place(walk: Walk, basket: Basket): Promise<Placed> {
  return walk.post(OrderPlacedAnswer, "/orders", { body: basket });
}

/** The order as its buyer sees it by the key in the mail's link. */
export function see(walk: Walk, { orderNumber, key }: Pick<Placed, "orderNumber" | "key">): Promise<OrderSeen> {
  return walk.get(OrderView, `/orders/${orderNumber}`, { key });
}

/** The buyer goes to Stripe's page and pays; the order must then be confirmed and paid to the øre. */
export async function pay(walk: Walk, { orderNumber, key }: Placed): Promise<OrderSeen> {
  const { url } = await walk.post(CheckoutStarted, `/orders/${orderNumber}/checkout`, { key });
  await walk.atStripe(url, "pay");
  const order = await see(walk, { orderNumber, key });
  assert.equal(order.status, "confirmed");
  assert.equal(order.paid, order.total);
  return order;
}

/** Øre as people write them. */
export function kr(ore: number): string {
  return `${(ore / 100).toFixed(2).replace(".", ",")} kr`;
}
