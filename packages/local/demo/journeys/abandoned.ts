import assert from "node:assert/strict";
import { seededProduct } from "#local/seed/seed";
import { CheckoutStarted } from "#payment/app/start-checkout";
import { ADDRESS, place, see } from "../buying.ts";
import type { Walk } from "../walk.ts";

/** An order that nobody pays for gives back what it held, by itself, and says so to a buyer who comes back. */
export async function abandoned(walk: Walk): Promise<void> {
  const per = walk.person("Per Pauseknapp");
  const placed = await place(walk, {
    buyer: per,
    deliveryAddress: { name: per.name, ...ADDRESS },
    goods: [{ productId: seededProduct("smart-relasjon"), quantity: 5 }],
    payment: "card",
    expectedTotal: 5 * 350_00 + 129_00,
  });
  walk.say(`${per.name} orders five books, and closes the window before he pays.`);
  await walk.post(CheckoutStarted, `/orders/${placed.orderNumber}/checkout`, { key: placed.key });

  await walk.pass(40 * 60);
  const order = await see(walk, placed);
  assert.equal(order.status, "expired");
  walk.say("40 minutes later the books are free again, by themselves.");
}
