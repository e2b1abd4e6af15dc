import assert from "node:assert/strict";
import { seededProduct } from "#local/seed/seed";
import { OrdersToInvoice } from "#ordering/app/list-orders-to-invoice";
import { arrange } from "../arranging.ts";
import { ADDRESS, type Basket, kr, place, see } from "../buying.ts";
import { prove } from "../proving.ts";
import type { Walk } from "../walk.ts";

/** A school orders five places on invoice: its number is checked, its buyer's mail proved, and it is confirmed at once. */
export async function schoolOnInvoice(walk: Walk): Promise<void> {
  const course = await arrange(walk, "course-bergen");
  const rektor = walk.person("Randi Rektorsen", "skole.example.no");
  const staff = ["Anja Allsang", "Bjørn Bokorm", "Cecilie Ceder", "Daniel Duskregn"].map((name) => walk.person(name));
  const basket: Basket = {
    buyer: {
      ...rektor,
      organisation: {
        name: "Eksempel skole",
        organisationNumber: "200000005",
        invoiceReference: { kind: "buyer-reference", value: "Kurs 4. trinn" },
        accountingReference: "1100 2020 4711",
        address: { name: "Eksempel skole", ...ADDRESS },
      },
    },
    places: [rektor, ...staff].map((participant) => ({
      offeringId: course.offeringId,
      ticketTypeId: "ordinary",
      participant,
      chosenGoods: [seededProduct("book-primary")],
    })),
    payment: "invoice",
    expectedTotal: 5 * 950_00,
  };
  const told = await walk.refused("mail-proof-missing", "POST", "/orders", { body: basket });
  walk.say(`${rektor.name} signs up five of her school on invoice, and is told: "${told}"`);

  const mailProof = await prove(walk, rektor);
  const wrongNumber = { ...basket.buyer.organisation, organisationNumber: "200000006" };
  const buyer = { ...basket.buyer, organisation: wrongNumber };
  await walk.refused("invalid-request", "POST", "/orders", { body: { ...basket, buyer, mailProof } });
  walk.say("She sends in the code from her mail. A mistyped organisation number is refused; she corrects it.");

  const placed = await place(walk, { ...basket, mailProof });
  const order = await see(walk, placed);
  assert.deepEqual([order.status, order.payment, order.total, order.paid], ["confirmed", "invoice", 4_750_00, 0]);
  walk.say(`Order ${order.orderNumber} is confirmed at once: ${kr(order.total)}, to be invoiced.`);

  const mail = await walk.newestMailTo(rektor.email, /Bekreftelse på bestilling/);
  walk.keepPage("bekreftelse.html", mail);
  for (const told of [/Eksempel skole/, /200\s?000\s?005/, /Kurs 4\. trinn/, /4\s750\skr/, /dere får faktura/])
    assert.match(mail.text, told);
  for (const colleague of staff) {
    const own = await walk.newestMailTo(colleague.email, /^Du har plass/);
    assert.match(own.text, new RegExp(`${rektor.name} har meldt deg på`));
  }
  walk.say(
    "She gets the confirmation, and each of the four colleagues a mail of their own with the day for the calendar.",
  );

  const basis = await walk.listed(
    "/orders-to-invoice",
    OrdersToInvoice,
    (each) => each.orderNumber === order.orderNumber,
  );
  assert.ok(basis);
  assert.deepEqual([basis.gross, basis.vat, basis.net], [4_750_00, 5 * (31_67 + 38_00), 4_750_00 - 5 * 69_67]);
  assert.deepEqual(basis.buyer.invoiceReference, { kind: "buyer-reference", value: "Kurs 4. trinn" });
  assert.deepEqual([basis.receiver, basis.buyer.accountingReference], ["200000005", "1100 2020 4711"]);
  assert.equal(basis.lines.length, 5 * 4);
  walk.say(
    `It is on the list of orders to invoice: ${kr(basis.net)} and ${kr(basis.vat)} of VAT, with all that EHF needs.`,
  );
}
