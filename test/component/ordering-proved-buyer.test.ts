import { beforeAll, describe, expect, test } from "vitest";
import { type Caller, PersonId } from "#kernel/caller";
import { type AccessKey, mint } from "#kernel/id";
import { kroner } from "#kernel/money";
import type { PlaceOrderCommand } from "#ordering/app/place-order";
import { systemRandom } from "#platform/random";
import { capacityKey } from "#registration/store/keys";
import { KARI, ORDINARY, openShop, SCHOOL, type Shop } from "#test/shop";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

const guest: Caller = { kind: "guest" };
const head = { ...KARI, organisation: SCHOOL };

/** A place for 950 by invoice, or for free. */
async function order(command: Partial<PlaceOrderCommand>, caller = guest, price = kroner(950)) {
  const { ticketTypes } = await shop.offering();
  const priced = await shop.offering({ ticketTypes: ticketTypes.map((type) => ({ ...type, price })) });
  const place = { offeringId: priced.offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
  const placed = await shop
    .placeOrder(
      shop.origin(),
      { buyer: head, payment: "invoice", goods: [], places: [place], expectedTotal: price, ...command },
      "nb",
      caller,
    )
    .catch((error: { code: string }) => error.code);
  const free = (await shop.row(capacityKey(priced.offeringId)))?.["free"];
  return { answer: typeof placed === "string" ? placed : placed.status, taken: 10 - Number(free) };
}

const person = (email: string): Caller => ({
  kind: "person",
  personId: mint(PersonId, systemRandom),
  email,
  roles: [],
});

describe("an order that isn't paid by card", () => {
  test("is confirmed at once for a buyer who has proved the mail address", async () => {
    const mailProof = await shop.mailProof(KARI.email);
    expect(await order({ mailProof })).toEqual({ answer: "confirmed", taken: 1 });
  });

  test("is confirmed at once for whoever is logged in with the address", async () => {
    expect(await order({}, person(KARI.email))).toEqual({ answer: "confirmed", taken: 1 });
  });

  test.each<[string, () => Promise<{ mailProof?: AccessKey }>, Caller]>([
    ["nothing proved", async () => ({}), guest],
    ["another address proved", async () => ({ mailProof: await shop.mailProof("ola@example.no") }), guest],
    ["somebody else logged in", async () => ({}), person("ola@example.no")],
  ])("takes nothing with %s", async (_, proof, caller) => {
    expect(await order(await proof(), caller)).toEqual({ answer: "mail-proof-missing", taken: 0 });
    expect(await order(await proof(), caller, kroner(0))).toEqual({ answer: "mail-proof-missing", taken: 0 });
  });

  test("takes nothing with a proof from yesterday", async () => {
    const mailProof = await shop.mailProof(KARI.email);
    shop.pass(86_400);
    expect(await order({ mailProof })).toEqual({ answer: "mail-proof-missing", taken: 0 });
  });
});

describe("an invoice", () => {
  test("needs an organisation, and its reference (PEPPOL-EN16931-R003)", async () => {
    const mailProof = await shop.mailProof(KARI.email);
    const { invoiceReference: _, ...withoutReference } = SCHOOL;
    expect(await order({ mailProof, buyer: KARI })).toEqual({ answer: "organisation-missing", taken: 0 });
    const buyer = { ...KARI, organisation: withoutReference };
    expect(await order({ mailProof, buyer })).toEqual({ answer: "invoice-reference-missing", taken: 0 });
  });
});
