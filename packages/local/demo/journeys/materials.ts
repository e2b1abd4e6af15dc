import assert from "node:assert/strict";
import { seededProduct } from "#local/seed/seed";
import { ADDRESS, kr, pay, place } from "../buying.ts";
import type { Walk } from "../walk.ts";

/** A private buyer orders three books and two card decks, pays by card, and gets them in two parcels. */
export async function materials(walk: Walk): Promise<void> {
  const kari = walk.person("Kari Kortkjøper");
  const books = 2 * 200_00 + 220_00;
  const decks = 2 * 100_00;
  // 2 × 460 g + 480 g + 2 × 160 g = 1 720 g, the step up to 5 kg.
  const freight = 129_00;
  const placed = await place(walk, {
    buyer: kari,
    deliveryAddress: { name: kari.name, ...ADDRESS },
    goods: [
      { productId: seededProduct("book-primary"), quantity: 2 },
      { productId: seededProduct("book-youth"), quantity: 1 },
      { productId: seededProduct("deck-children"), quantity: 2 },
    ],
    payment: "card",
    expectedTotal: books + decks + freight,
  });
  assert.equal(placed.status, "awaiting-payment");
  walk.say(`${kari.name} orders three books and two card decks: ${kr(placed.total)} with freight.`);

  const order = await pay(walk, placed);
  assert.equal(order.paid, 949_00);
  walk.say(`She pays by card, and order ${order.orderNumber} is confirmed.`);

  const vat = order.lines.map(({ kind, amount, vat }) => [
    kind,
    amount,
    vat.map((part) => [part.category, part.net, part.vat]),
  ]);
  assert.deepEqual(vat, [
    ["goods", 400_00, [["Z", 400_00, 0]]],
    ["goods", 220_00, [["Z", 220_00, 0]]],
    ["goods", 200_00, [["S", 160_00, 40_00]]],
    // Freight follows the goods by their value without VAT: 620 to 160.
    [
      "freight",
      129_00,
      [
        ["Z", 102_54, 0],
        ["S", 21_17, 5_29],
      ],
    ],
  ]);
  walk.say("Books carry no VAT, the decks 25 %, and the freight is split between the two by their value.");

  const mail = await walk.newestMailTo(kari.email, /Bekreftelse på bestilling/);
  for (const told of [/Kvittering/, /SMART ungdom/, /949\skr/, /0 %, bøker/, /25 %/, /Lille Øvregate 1/])
    assert.match(mail.text, told);
  walk.keepPage("kvittering.html", mail);
  const page = await walk.open(walk.linkIn(mail, /\/orders\//));
  assert.match(page.html, new RegExp(order.orderNumber));
  walk.say(`She gets one mail, "${mail.subject}", with the receipt; its link opens the order's page.`);
}
