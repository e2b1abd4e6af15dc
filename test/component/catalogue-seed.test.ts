import { beforeAll, expect, test } from "vitest";
import { forSale } from "#catalogue/store/for-sale";
import { stockKey } from "#catalogue/store/keys";
import { toInstant } from "#kernel/clock";
import { mint } from "#kernel/id";
import { ProductId } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { offeringSeeds } from "#local/seed/offerings";
import { seed, seededOffering, seededProduct } from "#local/seed/seed";
import { StartFailure } from "#local/start-failure";
import { personBySubject } from "#people/store/persons";
import { systemRandom } from "#platform/random";
import { capacityReads } from "#registration/store/capacity";
import { ORDINARY, openShop, type Shop } from "#test/shop";

const now = toInstant(Date.UTC(2026, 10, 2, 9));
let shop: Shop;

beforeAll(async () => {
  shop = await openShop(now);
  await seed(shop.table, now);
});

test("goods, offerings and people are there, published, with stock and open for sign-up", async () => {
  const { products, offerings } = await forSale(shop.table).load({
    products: [seededProduct("book-kindergarten"), seededProduct("deck-youth"), seededProduct("poster-strengths")],
    offerings: [seededOffering("course-bergen"), seededOffering("festival"), seededOffering("course-digital")],
  });
  expect([...products.values()].map(({ status }) => status)).toEqual(Array(3).fill("published"));
  for (const offering of offerings.values()) {
    expect(offering.status).toBe("published");
    expect(offering.signUpOpensAt < now && now < offering.signUpClosesAt).toBe(true);
  }
  expect(await shop.row(stockKey(seededProduct("deck-children")))).toMatchObject({ onHand: 400, available: 400 });
  expect(await personBySubject(shop.table)("administrator")).toMatchObject({ roles: ["administrator"] });
});

test("the Bergen course costs NOK 950, has 30 places, and is on a Wednesday from 09.00 to 15.30 in Norway", async () => {
  const course = (
    await forSale(shop.table).load({ products: [], offerings: [seededOffering("course-bergen")] })
  ).offerings
    .values()
    .next().value;
  expect(course).toMatchObject({ capacity: 30, ticketTypes: [{ price: 95_000 }] });
  // Six weeks on, in winter time.
  expect(course?.sessions).toEqual([{ startsAt: "2026-12-16T08:00:00.000Z", endsAt: "2026-12-16T14:30:00.000Z" }]);
  expect(course?.includedGoods.map(({ oneOf }) => oneOf.length)).toEqual([4, 1]);
});

test("the festival's counters hold the cohort's 36 places apart", async () => {
  const festival = seededOffering("festival");
  expect((await capacityReads(shop.table).left([festival])).get(festival)).toMatchObject({
    free: 264,
    "free:ordinary": 220,
    "free:employee": 80,
    "free:cohort": 0,
    "allotted:cohort": 36,
  });
});

test("seeding again changes nothing, and a place on a seeded course can be ordered", async () => {
  const before = await shop.everything();
  await seed(shop.table, now);
  expect(await shop.everything()).toHaveLength(before.length);
  const order = await shop.placeOrder(
    shop.origin(),
    {
      buyer: { name: "Kari Eksempel", email: "kari@example.no" },
      payment: "card",
      expectedTotal: kroner(950),
      goods: [],
      places: [
        {
          offeringId: seededOffering("course-bergen"),
          ticketTypeId: ORDINARY,
          participant: { name: "Kari Eksempel" },
          chosenGoods: [seededProduct("book-primary")],
          answers: [],
        },
      ],
    },
    "nb",
  );
  expect(order).toMatchObject({ status: "awaiting-payment", total: 95_000 });
  expect(await shop.row(stockKey(seededProduct("book-primary")))).toMatchObject({ available: 249 });
});

test("a broken seed fails with one sentence that names it", async () => {
  const empty = await openShop(now);
  const describe = offeringSeeds["course-digital"];
  const broken = { "course-broken": () => ({ ...describe(now), capacity: 0 }) };
  await expect(seed(empty.table, now, broken)).rejects.toThrow(
    new StartFailure('The seed "course-broken" is broken: capacity: Too small: expected number to be >=1'),
  );
});

test("an offering that includes goods nobody sells is a broken seed", async () => {
  const empty = await openShop(now);
  const stranger = mint(ProductId, systemRandom);
  const broken = { "course-broken": () => offeringSeeds["course-bergen"](now, () => stranger) };
  await expect(seed(empty.table, now, broken)).rejects.toThrow('"course-broken" is broken: product-not-for-sale');
});
