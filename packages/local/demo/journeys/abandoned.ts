import assert from "node:assert/strict";
import { seededProduct } from "#local/seed/seed";
import { HoldExtended } from "#payment/app/extend-hold";
import { CheckoutStarted } from "#payment/app/start-checkout";
import { ADDRESS, pay, place, see } from "../buying.ts";
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
  const mail = await walk.newestMailTo(per.email, /ikke betalt/);
  assert.match(mail.text, /bestille på nytt/);
  walk.say(`40 minutes later the books are free again, by themselves. He gets a mail: "${mail.subject}".`);

  const told = await walk.refused("hold-ended", "POST", `/orders/${placed.orderNumber}/checkout`, { key: placed.key });
  assert.match(told, /Bestill på nytt/);
  walk.say(`He comes back to pay, and is told: "${told}"`);
  await extended(walk);
}

/** Somebody who needs longer gets it, once. */
async function extended(walk: Walk): Promise<void> {
  const sol = walk.person("Sol Sendrektig");
  const placed = await place(walk, {
    buyer: sol,
    deliveryAddress: { name: sol.name, ...ADDRESS },
    goods: [{ productId: seededProduct("poster-strengths"), quantity: 1 }],
    payment: "card",
    expectedTotal: 75_00 + 79_00,
  });
  await walk.pass(20 * 60);
  const path = `/orders/${placed.orderNumber}/hold-extension`;
  const { holdEndsAt } = await walk.post(HoldExtended, path, { key: placed.key });
  assert.ok(Date.parse(holdEndsAt ?? "") - (await walk.now()).getTime() > 29 * 60_000);
  await walk.refused("hold-already-extended", "POST", path, { key: placed.key });
  walk.say(`${sol.name} needs more time for her poster, asks for it, and gets 30 minutes more: once.`);

  await walk.pass(25 * 60);
  await pay(walk, placed);
  walk.say("She pays 45 minutes after she ordered.");
}
