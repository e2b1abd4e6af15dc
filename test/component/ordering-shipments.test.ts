import { describe, expect, test } from "vitest";
import { stockKey } from "#catalogue/store/keys";
import { kroner } from "#kernel/money";
import { cancelGoodsUseCase } from "#ordering/app/cancel-goods";
import { getPackingListUseCase, listOrdersUseCase } from "#ordering/app/list-orders";
import { makeQuoteUseCase } from "#ordering/app/quote";
import { requestConfirmationUseCase } from "#ordering/app/request-confirmation";
import { sendShipmentUseCase } from "#ordering/app/send-shipment";
import { orderLists } from "#ordering/store/orders";
import { systemRandom } from "#platform/random";
import { KARI, ORDINARY, openShop, SCHOOL } from "#test/shop";

const address = { name: KARI.name, street: "Gata 1", postalCode: "5003", city: "Bergen" };

/** Three books and two decks, confirmed. */
async function orderOfGoods() {
  const shop = await openShop();
  const book = await shop.product(10);
  const deck = await shop.product(10, { kind: "card-deck", price: kroner(150), vatCategory: "S" });
  const goods = [
    { productId: book.productId, quantity: 3 },
    { productId: deck.productId, quantity: 2 },
  ];
  const quote = await makeQuoteUseCase({ ...shop.ports, clock: shop.clock, random: systemRandom })({
    goods,
    places: [],
  });
  const { orderNumber } = await shop.placeOrder(
    shop.origin(),
    {
      buyer: { ...KARI, organisation: SCHOOL },
      deliveryAddress: address,
      payment: "invoice",
      goods,
      places: [],
      expectedTotal: quote.total,
      mailProof: await shop.mailProof(KARI.email),
    },
    "nb",
  );
  const sendShipment = sendShipmentUseCase(shop.ports);
  const lists = orderLists(shop.table);
  return {
    shop,
    quote,
    orderNumber,
    send: (...lines: { line: number; quantity: number }[]) => sendShipment(shop.origin(), orderNumber, { lines }),
    packingList: async () => (await getPackingListUseCase(lists)(undefined)).items,
    listOrders: listOrdersUseCase(lists),
    stock: async () => {
      const row = await shop.row(stockKey(book.productId));
      return { onHand: row?.["onHand"], available: row?.["available"] };
    },
  };
}

describe("a quote", () => {
  test("says what the order will cost: lines, freight by weight, VAT by category", async () => {
    const { quote } = await orderOfGoods();
    expect(quote).toMatchObject({ total: kroner(3 * 200 + 2 * 150 + 129), freight: kroner(129) });
    expect(quote.lines.map((line) => [line.kind, line.quantity])).toEqual([
      ["goods", 3],
      ["goods", 2],
      ["freight", 1],
    ]);
    expect(quote.vat.map((part) => part.category).sort()).toEqual(["S", "Z"]);
    expect(quote.vat.reduce((sum, part) => sum + part.gross, 0)).toBe(quote.total);
  });

  test("is refused for what is not for sale", async () => {
    const shop = await openShop();
    const draft = await shop.offering({ status: "draft" });
    const place = { offeringId: draft.offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
    const quote = makeQuoteUseCase({ ...shop.ports, clock: shop.clock, random: systemRandom });
    await expect(quote({ goods: [], places: [place] })).rejects.toMatchObject({ code: "offering-not-open" });
  });
});

describe("shipments", () => {
  test("go out in parts, off the shelf, each with a fact, until nothing is left to pack", async () => {
    const { send, packingList, stock, shop, orderNumber } = await orderOfGoods();
    expect(await packingList()).toMatchObject([
      {
        orderNumber,
        deliveryAddress: address,
        lines: [
          { line: 1, left: 3 },
          { line: 2, left: 2 },
        ],
      },
    ]);
    expect(await send({ line: 1, quantity: 2 })).toMatchObject({
      shipment: 1,
      left: [
        { line: 1, quantity: 1 },
        { line: 2, quantity: 2 },
      ],
    });
    expect(await stock()).toEqual({ onHand: 8, available: 7 });
    expect(await packingList()).toMatchObject([
      {
        lines: [
          { line: 1, left: 1 },
          { line: 2, left: 2 },
        ],
      },
    ]);
    expect(await send({ line: 1, quantity: 1 }, { line: 2, quantity: 2 })).toMatchObject({ shipment: 2, left: [] });
    expect(await packingList()).toEqual([]);
    expect((await shop.facts("ordering.shipment-sent.v1")).map(({ data }) => data)).toEqual(
      expect.arrayContaining([
        { orderNumber, shipment: 1, last: false },
        { orderNumber, shipment: 2, last: true },
      ]),
    );
    expect((await shop.ports.orders.get(orderNumber))?.shipments).toHaveLength(2);
  });

  test("never send more than was ordered, also when two send at once", async () => {
    const { send, stock } = await orderOfGoods();
    await expect(send({ line: 1, quantity: 4 })).rejects.toMatchObject({
      code: "more-than-ordered",
      details: { left: 3 },
    });
    await expect(send({ line: 1, quantity: 2 }, { line: 1, quantity: 2 })).rejects.toMatchObject({
      code: "more-than-ordered",
    });
    await expect(send({ line: 3, quantity: 1 })).rejects.toMatchObject({ code: "goods-not-in-order" });
    const both = await Promise.allSettled([send({ line: 1, quantity: 2 }), send({ line: 1, quantity: 2 })]);
    expect(both.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(await stock()).toEqual({ onHand: 8, available: 7 });
  });

  test("that are sent are not cancelled any more; the rest is, and leaves the packing list", async () => {
    const { send, packingList, shop, orderNumber } = await orderOfGoods();
    const cancelGoods = cancelGoodsUseCase(shop.ports);
    await send({ line: 1, quantity: 3 });
    await expect(cancelGoods(shop.origin(), orderNumber, { lines: [1] })).rejects.toMatchObject({
      code: "goods-already-shipped",
    });
    await cancelGoods(shop.origin(), orderNumber, { lines: [2] });
    expect(await packingList()).toEqual([]);
    expect((await shop.ports.orders.get(orderNumber))?.total).toBe(kroner(729));
  });
});

describe("administrators", () => {
  test("see a month's orders, by status, and have a confirmation sent again", async () => {
    const { shop, listOrders, orderNumber } = await orderOfGoods();
    const month = "2026-11";
    expect((await listOrders({ month })).items.map((order) => order.orderNumber)).toEqual([orderNumber]);
    expect((await listOrders({ month, status: "cancelled" })).items).toEqual([]);
    expect((await listOrders({ month: "2026-10" })).items).toEqual([]);
    await requestConfirmationUseCase(shop.ports)(shop.origin(), orderNumber);
    expect((await shop.facts("ordering.confirmation-requested.v1")).map(({ data }) => data)).toEqual([{ orderNumber }]);
  });
});
