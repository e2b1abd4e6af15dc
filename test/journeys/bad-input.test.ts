import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Offering } from "#catalogue/domain/offering";
import { Product } from "#catalogue/domain/product";
import { toInstant } from "#kernel/clock";
import { kroner, type Money } from "#kernel/money";
import { arrange } from "#local/demo/arranging";
import { ADDRESS, type Basket, place } from "#local/demo/buying";
import type { Asked, Walk } from "#local/demo/walk";
import { offeringSeeds } from "#local/seed/offerings";
import { productSeeds } from "#local/seed/products";
import { seededProduct } from "#local/seed/seed";
import { type JourneyRun, openJourney } from "#test/journey";

/** A poster in one parcel, by card. */
const POSTER_BY_POST = 75_00 + 79_00;

let run: JourneyRun;
let walk: Walk;
let order: Basket;
let forSale: Record<"course" | "draft" | "finished", Offering>;
let raised: Product;
let stale: { orderNumber: string; key: string };

beforeAll(async () => {
  run = await openJourney();
  walk = run.walk();
  const buyer = walk.person("Nils Nysgjerrig");
  order = {
    buyer,
    deliveryAddress: { name: buyer.name, ...ADDRESS },
    goods: [{ productId: seededProduct("poster-strengths"), quantity: 1 }],
    payment: "card",
    expectedTotal: POSTER_BY_POST,
  };
  stale = await place(walk, order);
  const finished = await arrange(walk, "course-digital");
  await walk.pass(60 * 86_400);
  const now = toInstant((await walk.now()).getTime());
  const draft = await walk.post(Offering, "/offerings", {
    as: "administrator",
    body: offeringSeeds.festival(now),
  });
  forSale = { finished, draft, course: await arrange(walk, "course-bergen") };
  raised = await putUpForSale(kroner(110));
}, 120_000);
afterAll(() => run.stop());

/** A poster that cost less when it was put in the basket. */
async function putUpForSale(price: Money): Promise<Product> {
  const as = "administrator";
  const { details } = productSeeds["poster-strengths"];
  const draft = await walk.post(Product, "/products", { as, body: { ...details, price } });
  const path = `/products/${draft.productId}`;
  await walk.ask("POST", `${path}/stock-adjustments`, { as, body: { reason: "received", change: 10 } });
  return walk.post(Product, `${path}/publication`, { as, body: { version: draft.version } });
}

const quantity = (many: unknown) => ({ ...order, goods: [{ productId: seededProduct("book-youth"), quantity: many }] });
const places = ({ offeringId }: Offering, many: number) => ({
  ...order,
  goods: [],
  places: Array.from({ length: many }, () => ({ offeringId, ticketTypeId: "ordinary" })),
});
const school = (organisationNumber: string) => ({
  ...order,
  payment: "invoice",
  buyer: {
    ...order.buyer,
    organisation: {
      name: "Eksempel skole",
      organisationNumber,
      invoiceReference: { kind: "buyer-reference", value: "4. trinn" },
      address: { name: "Eksempel skole", ...ADDRESS },
    },
  },
});

interface BadInput {
  readonly status: number;
  readonly code: string;
  readonly says: RegExp;
  /** The path after `/orders`. */
  readonly path?: () => string;
  readonly method?: string;
  readonly asked: () => Asked;
}

const invalid = { status: 400, code: "invalid-request", says: /Rett feltene som er nevnt/ };

const cases: Readonly<Record<string, BadInput>> = {
  "an unknown field": { ...invalid, asked: () => ({ body: { ...order, coupon: "GRATIS" } }) },
  "an unknown field further in": {
    ...invalid,
    asked: () => ({ body: { ...order, buyer: { ...order.buyer, role: "administrator" } } }),
  },
  "a price sent by the client": {
    ...invalid,
    asked: () => ({ body: { ...order, goods: [{ productId: seededProduct("book-youth"), quantity: 1, price: 1 }] } }),
  },
  "a wrong type": { ...invalid, asked: () => ({ body: quantity("1") }) },
  "a list for an object": { ...invalid, asked: () => ({ body: [order] }) },
  "half a piece": { ...invalid, asked: () => ({ body: quantity(0.5) }) },
  "no pieces": { ...invalid, asked: () => ({ body: quantity(0) }) },
  "fewer than none": { ...invalid, asked: () => ({ body: quantity(-1) }) },
  "a billion pieces": { ...invalid, asked: () => ({ body: quantity(1e9) }) },
  "more pieces than there are": {
    status: 409,
    code: "out-of-stock",
    says: /Velg færre/,
    asked: () => ({
      body: {
        ...order,
        goods: [{ productId: raised.productId, quantity: 11 }],
        expectedTotal: 11 * raised.price + 129_00,
      },
    }),
  },
  "an empty basket": { ...invalid, asked: () => ({ body: { ...order, goods: [] } }) },
  "an unpublished offering": {
    status: 409,
    code: "offering-not-open",
    says: /Se hva vi har/,
    asked: () => ({ body: places(forSale.draft, 1) }),
  },
  "a finished offering": {
    status: 409,
    code: "offering-not-open",
    says: /Påmeldingen er stengt/,
    asked: () => ({ body: places(forSale.finished, 1) }),
  },
  "a price that changed after it was put in the basket": {
    status: 409,
    code: "price-changed",
    says: /Se over den nye summen/,
    asked: () => ({
      body: { ...order, goods: [{ productId: raised.productId, quantity: 1 }], expectedTotal: POSTER_BY_POST },
    }),
  },
  "200 places in an order": {
    status: 422,
    code: "too-much-for-one-order",
    says: /25 plasser.*Del den i flere/,
    asked: () => ({ body: places(forSale.course, 200) }),
  },
  "an e-mail address with a line break": {
    ...invalid,
    asked: () => ({ body: { ...order, buyer: { ...order.buyer, email: "nils@example.no\r\nBcc: alle@example.no" } } }),
  },
  "a name with a line break": {
    ...invalid,
    asked: () => ({ body: { ...order, buyer: { ...order.buyer, name: "Nils\r\nBcc: alle@example.no" } } }),
  },
  "a wrong organisation number": { ...invalid, asked: () => ({ body: school("200000006") }) },
  "an organisation whose mail is not proved": {
    status: 422,
    code: "mail-proof-missing",
    says: /be om en kode/,
    asked: () => ({ body: school("200000005") }),
  },
  "a body of 5 MB": {
    status: 413,
    code: "body-too-large",
    says: /send mindre om gangen/,
    asked: () => ({ body: { ...order, buyer: { ...order.buyer, name: "N".repeat(5_000_000) } } }),
  },
  "broken JSON": { ...invalid, asked: () => ({ text: '{"buyer": {"name": ' }) },
  "a stale hold": {
    status: 409,
    code: "hold-ended",
    says: /Bestill på nytt/,
    path: () => `/${stale.orderNumber}/checkout`,
    asked: () => ({ key: stale.key }),
  },
  "another person's order key": {
    status: 404,
    code: "not-found",
    says: /Bruk lenken fra e-posten/,
    method: "GET",
    path: () => `/${stale.orderNumber}`,
    asked: () => ({ key: `${stale.key.slice(0, -1)}${stale.key.endsWith("a") ? "b" : "a"}` }),
  },
  "somebody else's order number, and no key": {
    status: 401,
    code: "unauthenticated",
    says: /bruke lenken fra e-posten/,
    method: "GET",
    path: () => `/${stale.orderNumber}`,
    asked: () => ({}),
  },
};

describe("bad input", () => {
  test.each(Object.entries(cases))("%s is refused, and nothing is stored or held", async (_name, bad) => {
    await walk.settle();
    const before = await run.rows();
    const answer = await walk.ask(bad.method ?? "POST", `/orders${bad.path?.() ?? ""}`, bad.asked());
    expect(answer.body).toMatchObject({ status: bad.status, code: bad.code, detail: expect.stringMatching(bad.says) });
    expect(answer.status).toBe(bad.status);
    await walk.settle();
    expect(await run.rows()).toEqual(before);
  });

  test("is not what emoji and Sámi letters are: a name is a name", async () => {
    const name = "Áile Đuommá Čáhci 🌼";
    const { orderNumber, key } = await place(walk, { ...order, buyer: { ...order.buyer, name } });
    expect((await walk.ask("GET", `/orders/${orderNumber}`, { key })).body).toMatchObject({ buyer: { name } });
  });
});
