import type { RandomBytes } from "#kernel/id";
import type { ProductId } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { openLine } from "#test/line";
import { KARI, openShop, type Shop } from "#test/shop";
import { contenders } from "./contenders.ts";
import { IN_RACE, race } from "./race.ts";

const refusals = ["out-of-stock"];
const inStock = { item: /^PRODUCT#.* STOCK$/, condition: /^available >= / };

/** A copy by card. Sent for nothing, so that its price is all there is to pay. */
const buy = (shop: Pick<Shop, "placeOrder" | "origin">, productId: ProductId) =>
  shop.placeOrder(
    shop.origin(),
    { buyer: KARI, payment: "card", goods: [{ productId, quantity: 1 }], places: [], expectedTotal: kroner(200) },
    "nb",
  );

race({
  limited: "stock of a product",
  async start() {
    const shop = await openShop(undefined, undefined, IN_RACE);
    const { productId } = await shop.product(3, { weightGrams: 0 });
    return { table: shop.table, contenders: contenders(30, () => buy(shop, productId)), room: 3, refusals };
  },
  controls: [
    {
      without: "the condition on the stock that is left",
      guards: [inStock],
      breaks: /got it, and there was room for 3/,
    },
  ],
});

race({
  limited: "stock of a course's book that is ordered too",
  async start() {
    const line = await openLine(IN_RACE);
    const { productId } = await line.product(3, { weightGrams: 0 });
    const offering = await line.offering({
      capacity: 30,
      includedGoods: [{ name: { nb: "Lærebok" }, oneOf: [productId] }],
    });
    const want = (number: number) =>
      number % 2 === 0 ? buy(line, productId) : line.order(offering, { chosenGoods: [productId] });
    return { table: line.table, contenders: contenders(30, want), room: 3, refusals };
  },
  controls: [
    {
      without: "the condition on the stock that is left",
      guards: [inStock],
      breaks: /got it, and there was room for 3/,
    },
  ],
});

/** Draws the same order number for the first ten who want one, and another for each who asks again. */
function repeatingItself(): RandomBytes {
  let draws = 0;
  return (bytes) => (bytes === 7 ? new Uint8Array(7).fill(Math.max(10, draws++)) : IN_RACE.random(bytes));
}

race({
  limited: "an order number, from a source that repeats itself",
  async start() {
    const shop = await openShop(undefined, undefined, { ...IN_RACE, random: repeatingItself() });
    const { productId } = await shop.product(10, { weightGrams: 0 });
    return {
      table: shop.table,
      contenders: contenders(10, () => buy(shop, productId)),
      room: 10,
      recount(rows, answers) {
        const orders = rows.filter(({ pk, sk }) => String(pk).startsWith("ORDER#") && sk === "ORDER");
        return orders.length === answers.length
          ? []
          : [`${answers.length} have an order number, and there are ${orders.length} orders.`];
      },
    };
  },
  controls: [
    {
      // An order's payment is made with it, and would notice as well.
      without: "the condition that nobody has the number",
      guards: [{ item: /^ORDER#/, condition: /^attribute_not_exists/ }],
      breaks: /10 have an order number, and there are \d orders/,
    },
  ],
});
