import { expect, test } from "vitest";
import { kroner } from "#kernel/money";
import { KARI, ORDINARY, openShop } from "#test/shop";

/** A shop with 25 goods, and a way to order all of them with a place in each of so many offerings. */
async function open() {
  const shop = await openShop();
  const goods = await Promise.all(Array.from({ length: 25 }, () => shop.product(1, { weightGrams: 0 })));
  const offerings = await Promise.all(Array.from({ length: 25 }, () => shop.offering()));
  const order = (count: number) =>
    shop.placeOrder(
      shop.origin(),
      {
        buyer: KARI,
        payment: "card",
        goods: goods.map(({ productId }) => ({ productId, quantity: 1 })),
        places: offerings
          .slice(0, count)
          .map(({ offeringId }) => ({ offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] })),
        expectedTotal: kroner(25 * 200 + count * 950),
      },
      "nb",
    );
  return { shop, order };
}

test("the largest order there can be is given back in one transaction", async () => {
  const { shop, order } = await open();
  const { orderNumber } = await order(23);
  const placed = await shop.ports.orders.get(orderNumber);
  if (!placed) throw new Error("The order is not there.");
  await shop.ports.unitOfWork.handle(shop.origin(), () => shop.settlement.expire(placed));
  expect((await shop.ports.orders.get(orderNumber))?.status).toBe("expired");
});

test("one that could not be given back is refused, and takes nothing", async () => {
  const { shop, order } = await open();
  await expect(order(25)).rejects.toMatchObject({ code: "too-much-for-one-order" });
  expect((await shop.everything()).filter((row) => String(row["pk"]).startsWith("ORDER#"))).toEqual([]);
});
