import { expect, test } from "vitest";
import { Instant } from "#kernel/clock";
import { mint, mintAccessKey } from "#kernel/id";
import { OrderNumber, ProductId } from "#kernel/ids";
import { type Money, ore } from "#kernel/money";
import { newOrderNumber } from "#kernel/order-number";
import { FREIGHT_RATES } from "#ordering/domain/freight";
import { type GoodsOnSale, placeOrder } from "#ordering/domain/place-order";
import { systemRandom } from "#platform/random";
import { KARI } from "#test/shop";

/** A thing without weight, so that the order costs what it costs. */
function orderOf(price: Money) {
  const product: GoodsOnSale = {
    productId: mint(ProductId, systemRandom),
    version: 1,
    title: { nb: "Klistremerke" },
    price,
    vatCategory: "S",
    weightGrams: 0,
    status: "published",
  };
  const made = {
    orderNumber: OrderNumber.parse(newOrderNumber(systemRandom)),
    key: mintAccessKey(systemRandom),
    now: Instant.parse("2026-11-02T09:00:00.000Z"),
  };
  const goods = [{ product, quantity: 1 }];
  const command = { buyer: KARI, locale: "nb", payment: "card", goods, places: [], expectedTotal: price } as const;
  return placeOrder(command, made, FREIGHT_RATES);
}

test.each([
  { price: 0, becomes: "confirmed" },
  { price: 300, becomes: "awaiting-payment" },
])("an order of $price øre is $becomes", ({ price, becomes }) => {
  expect(orderOf(ore(price)).status).toBe(becomes);
});

test.each([1, 299])("an order of %i øre, which no card can pay, is refused before anything is held", (price) => {
  expect(() => orderOf(ore(price))).toThrow("card-total-too-small");
});
