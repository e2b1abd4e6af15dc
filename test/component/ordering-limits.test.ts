import { expect, test } from "vitest";
import type { Offering } from "#catalogue/ports/for-sale";
import { kroner } from "#kernel/money";
import { nameParticipantUseCase } from "#registration/app/name-participant";
import { openLine } from "#test/line";
import { KARI, ORDINARY } from "#test/shop";

/** A shop with 25 goods, and a way to order all of them with a place in each of so many offerings. */
async function open(asks: Partial<Offering> = {}) {
  const shop = await openLine();
  const goods = await Promise.all(Array.from({ length: 25 }, () => shop.product(1, { weightGrams: 0 })));
  const offerings = await Promise.all(Array.from({ length: 25 }, () => shop.offering(asks)));
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

test("what naming everybody adds later is given back too: an order that it would make too large is refused", async () => {
  const asksHealth: Partial<Offering> = {
    questions: [{ questionId: "allergies", text: { nb: "Allergier?" }, kind: "health", required: false }],
  };
  const { shop, order } = await open(asksHealth);
  await expect(order(18)).rejects.toMatchObject({ code: "too-much-for-one-order" });
  const { orderNumber, key } = await order(17);
  const name = nameParticipantUseCase(shop.ports);
  const lines = (await shop.ports.orders.get(orderNumber))?.lines ?? [];
  for (const line of lines) {
    if (line.kind !== "place") continue;
    await name(
      shop.origin(),
      { orderNumber, placeId: line.placeId },
      {
        participant: { name: "Ola Eksempel" },
        chosenGoods: [],
        answers: [],
        health: { consent: true, answers: [{ questionId: "allergies", answer: "Nøtter" }] },
      },
      { kind: "guest", key },
    );
  }
  const placed = await shop.ports.orders.get(orderNumber);
  if (!placed) throw new Error("The order is not there.");
  await shop.ports.unitOfWork.handle(shop.origin(), () => shop.settlement.expire(placed));
  expect((await shop.ports.orders.get(orderNumber))?.status).toBe("expired");
});
