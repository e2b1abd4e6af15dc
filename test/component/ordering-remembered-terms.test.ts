import { expect, test } from "vitest";
import { offeringKey } from "#catalogue/store/keys";
import { kroner } from "#kernel/money";
import { part } from "#kernel/transaction-part";
import { PlaceOrderCommand } from "#ordering/app/place-order";
import { TERMS } from "#registration/domain/capacity";
import { capacityKey } from "#registration/store/keys";
import { KARI, ORDINARY, openShop } from "#test/shop";

async function openWithPrice() {
  const shop = await openShop();
  const offering = await shop.offering({ capacity: 5 });
  const { offeringId } = offering;
  const order = (expectedTotal: number) =>
    shop.placeOrder(
      shop.origin(),
      PlaceOrderCommand.parse({
        buyer: KARI,
        payment: "card",
        places: [{ offeringId, ticketTypeId: ORDINARY, participant: { name: KARI.name } }],
        expectedTotal,
      }),
      "nb",
    );
  /** Another function changes the price: this one isn't told. */
  const reprice = (amount: number) =>
    shop.ports.unitOfWork.handle(shop.origin(), async () => [
      part([
        {
          kind: "change",
          key: offeringKey(offeringId),
          set: { version: 2, ticketTypes: offering.ticketTypes.map((type) => ({ ...type, price: kroner(amount) })) },
          guards: [],
        },
        { kind: "change", key: capacityKey(offeringId), add: { [TERMS]: 1 }, guards: [] },
      ]),
    ]);
  const left = async () => (await shop.row(capacityKey(offeringId)))?.["free"];
  return { order, reprice, left };
}

test("an order at a price that changed elsewhere is refused, though the old one is remembered", async () => {
  const { order, reprice, left } = await openWithPrice();
  await order(kroner(950));
  await reprice(1000);
  await expect(order(kroner(950))).rejects.toThrow("price-changed");
  expect(await left()).toBe(4);
});

test("an order at the new price is taken, though the old one is remembered", async () => {
  const { order, reprice, left } = await openWithPrice();
  await order(kroner(950));
  await reprice(1000);
  expect((await order(kroner(1000))).total).toBe(kroner(1000));
  expect(await left()).toBe(3);
});
