import assert from "node:assert/strict";
import { seededProduct } from "#local/seed/seed";
import { ShipmentSentAnswer } from "#ordering/app/send-shipment";
import { OrderView } from "#ordering/http/order-view";
import { ErasureView, ExportView } from "#people/http/personal-data-view";
import { ADDRESS, pay, place } from "../buying.ts";
import { linkIn, linkOn, type Page } from "../page.ts";
import type { Person, Walk } from "../walk.ts";

const WISH = "Vi vil begynne til høsten. Ring meg på 900 00 456.";

/** Somebody sees all that is held about them, and has it erased: what is still going on first when it is over. */
export async function personalData(walk: Walk): Promise<void> {
  const petra = walk.person("Petra Personvern");
  walk.secret(WISH);
  const placed = await place(walk, {
    buyer: petra,
    deliveryAddress: { name: petra.name, ...ADDRESS },
    goods: [{ productId: seededProduct("poster-strengths"), quantity: 1 }],
    payment: "card",
    expectedTotal: 75_00 + 79_00,
  });
  const { orderNumber } = await pay(walk, placed);
  await walk.ask("POST", "/agreement-enquiries", {
    body: { organisation: { name: "Eksempel skole", organisationNumber: "200000005" }, ...petra, wish: WISH },
  });
  walk.say(`${petra.name} buys a poster, and asks about an agreement for her school.`);

  const shown = await request(walk, petra, "export");
  assert.match(shown.html, /Vi samler opplysningene/);
  await walk.settle();
  const ready = await walk.newestMailTo(petra.email, /^Opplysningene vi har om deg/);
  const page = await walk.open(linkIn(ready, /personal-data/));
  for (const told of [orderNumber, "900 00 456", petra.email]) assert.ok(page.html.includes(told), told);
  const json = new URL(linkOn(page, /exports\/pdr_[^/]*\?key/));
  const { data } = await walk.get(ExportView, `${json.pathname}${json.search}`);
  const kinds = data.map(({ kind }) => kind);
  for (const kind of ["order", "payment", "enquiry", "mail-proof"]) assert.ok(kinds.includes(kind), kind);
  walk.keepText("innsyn.json", JSON.stringify(data, undefined, 2));
  walk.say(`She proves her address, and minutes later reads all that is held about her: ${kinds.join(", ")}.`);

  const asks = await request(walk, petra, "erasure");
  assert.match(asks.html, /Vil du slette opplysningene vi har om deg/);
  await walk.settle();
  const before = await walk.get(OrderView, `/orders/${orderNumber}`, { key: placed.key });
  assert.equal(before.buyer.email, petra.email);
  walk.say("She asks to be erased; opening the page erases nothing, the button does.");
  const begun = await walk.submit(asks, /erasures/);
  await walk.settle();
  const done = await walk.newestMailTo(petra.email, /^Opplysningene dine er slettet/);
  const first = await walk.open(linkIn(done, /personal-data/));
  assert.match(first.html, /Varene er ikke sendt ennå/);
  walk.say("Her enquiry is gone at once. The poster isn't sent yet: what that takes is kept, and she is told so.");

  await walk.post(ShipmentSentAnswer, `/orders/${orderNumber}/shipments`, {
    as: "administrator",
    body: { lines: [{ line: 1, quantity: 1 }] },
  });
  await walk.pass(31 * 86_400);
  const answer = new URL(begun.address);
  const { treated, again } = await walk.get(ErasureView, `${answer.pathname.replace(/\/page$/, "")}${answer.search}`);
  assert.equal(again, undefined);
  const order = treated.find(({ kind }) => kind === "order");
  assert.equal(order?.does, "restrict");
  assert.match(order?.why ?? "", /bokføringsloven/);
  await walk.refused("not-found", "GET", `/orders/${orderNumber}`, { key: placed.key });
  const kept = await walk.get(OrderView, `/orders/${orderNumber}`, { as: "administrator" });
  assert.equal(kept.total, placed.total);
  assert.notEqual(kept.buyer.email, petra.email);
  walk.say(
    `When it is sent, the rest goes by itself. The accounts keep her name until ${order?.until?.slice(0, 10)}: ${order?.why}`,
  );
}

/** Proves the address, chooses, and goes on to the request's page. */
async function request(walk: Walk, { email }: Person, kind: "export" | "erasure"): Promise<Page> {
  const start = await walk.open(new URL("/personal-data/page?lang=nb", walk.apiUrl).href);
  const address = await walk.open(linkOn(start, /mail-codes/));
  const code = await walk.submit(address, /mail-codes/, { email });
  const mail = await walk.newestMailTo(email, /^Koden din/);
  const [digits = ""] = /\b\d{6}\b/.exec(mail.text) ?? [];
  const choose = await walk.submit(code, /mail-proofs/, { email, code: digits });
  return walk.submit(choose, /personal-data/, { email, kind });
}
