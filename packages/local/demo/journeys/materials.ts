import assert from "node:assert/strict";
import { seededProduct } from "#local/seed/seed";
import { PackingList } from "#ordering/app/list-orders";
import { ShipmentSentAnswer } from "#ordering/app/send-shipment";
import { ADDRESS, kr, type OrderSeen, pay, place } from "../buying.ts";
import { linkIn } from "../page.ts";
import type { Person, Walk } from "../walk.ts";

const BOOKS = 1;
const YOUTH_BOOK = 2;
const DECKS = 3;

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
  for (const told of [/Kvittering/, /SMART ungdom/, /949\skr/, /0 %, bøker/, /25 %/, /Eksempelveien 1/])
    assert.match(mail.text, told);
  walk.keepPage("kvittering.html", mail);
  const page = await walk.open(linkIn(mail, /\/orders\//));
  assert.match(page.html, new RegExp(order.orderNumber));
  walk.say(`She gets one mail, "${mail.subject}", with the receipt; its link opens the order's page.`);
  await inTwoParcels(walk, order, kari);
}

/** Staff sees what to pack, sends it in two parts, and the buyer hears of each. */
async function inTwoParcels(walk: Walk, { orderNumber }: OrderSeen, { name, email }: Person): Promise<void> {
  const toPack = () => walk.listed("/packing-list", PackingList, (item) => item.orderNumber === orderNumber);
  const packing = await toPack();
  assert.deepEqual(
    packing?.lines.map(({ line, left }) => [line, left]),
    [
      [BOOKS, 2],
      [YOUTH_BOOK, 1],
      [DECKS, 2],
    ],
  );
  assert.equal(packing?.deliveryAddress?.name, name);
  walk.say("It is on the packing list, with what to pack and where to send it.");

  const send = (...lines: { line: number; quantity: number }[]) =>
    walk.post(ShipmentSentAnswer, `/orders/${orderNumber}/shipments`, { as: "administrator", body: { lines } });
  const first = await send({ line: BOOKS, quantity: 2 }, { line: DECKS, quantity: 1 });
  assert.deepEqual(first.left, [
    { line: YOUTH_BOOK, quantity: 1 },
    { line: DECKS, quantity: 1 },
  ]);
  assert.match((await walk.newestMailTo(email, /^Sending 1 av bestilling/)).text, /Resten av bestillingen kommer/);
  walk.say("Two books and a deck go first, and the buyer gets a mail that tells what is still to come.");

  const body = { lines: [{ line: BOOKS, quantity: 1 }] };
  await walk.refused("more-than-ordered", "POST", `/orders/${orderNumber}/shipments`, { as: "administrator", body });
  const second = await send({ line: YOUTH_BOOK, quantity: 1 }, { line: DECKS, quantity: 1 });
  assert.deepEqual(second.left, []);
  assert.equal(await toPack(), undefined);
  assert.match((await walk.newestMailTo(email, /^Sending 2 av bestilling/)).text, /alt du bestilte, sendt/);
  walk.say("Then the rest, with a mail of its own; the order is off the packing list, and no book can be sent twice.");
}
