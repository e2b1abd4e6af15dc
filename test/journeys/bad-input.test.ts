import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AgreementMadeAnswer } from "#agreements/app/make-agreement";
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
let agreement: string;

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
  const finished = await arrange(walk, "course-digital");
  await walk.pass(60 * 86_400);
  // Not older: an order that nobody paid for is erased after a month.
  stale = await place(walk, order);
  await walk.pass(2 * 3600);
  const now = toInstant((await walk.now()).getTime());
  const draft = await walk.post(Offering, "/offerings", {
    as: "administrator",
    body: offeringSeeds.festival(now),
  });
  forSale = { finished, draft, course: await arrange(walk, "course-bergen") };
  raised = await putUpForSale(kroner(110));
  const made = await walk.post(AgreementMadeAnswer, "/agreements", { as, body: agreementOf({}) });
  agreement = `/agreements/${made.agreementId}`;
}, 120_000);
afterAll(() => run.stop());

/** A poster that cost less when it was put in the basket. */
async function putUpForSale(price: Money): Promise<Product> {
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

const as = "administrator";
const agreementOf = (wrong: object) => ({
  organisation: school("200000005").buyer.organisation,
  period: { from: "2030-08-01" },
  contacts: [{ name: "Rut Rektorsen", email: "rut@skole.example.no" }],
  ...wrong,
});
const workplaceCourse = (wrong: object) => ({
  what: "Grunnkurs",
  venue: { name: "Eksempel skole", address: "Eksempelveien 1, 5003 Bergen" },
  wishedOn: "2030-08-15",
  participants: 20,
  contact: { name: "Rut Rektorsen", email: "rut@skole.example.no" },
  organisation: school("200000005").buyer.organisation,
  ...wrong,
});
const seatFor = (email: string) => ({
  cohortId: forSale.course.offeringId,
  participant: { name: "Anja Ankerås", email },
});

interface BadInput {
  readonly status: number;
  readonly code: string;
  readonly says: RegExp;
  /** Left out, `/orders`. */
  readonly path?: () => string;
  readonly method?: string;
  readonly asked: () => Asked;
}

const invalid = { status: 400, code: "invalid-request", says: /Rett feltene som er nevnt/ };

const ofAgreements: Readonly<Record<string, BadInput>> = {
  "an agreement of no days": {
    status: 422,
    code: "agreement-without-days",
    says: /Velg en siste dag som kommer etter den første/,
    path: () => "/agreements",
    asked: () => ({ as, body: agreementOf({ period: { from: "2030-08-01", to: "2030-08-01" } }) }),
  },
  "an agreement with a mistyped organisation": {
    ...invalid,
    path: () => "/agreements",
    asked: () => ({ as, body: agreementOf({ organisation: school("200000006").buyer.organisation }) }),
  },
  "an agreement of fewer seats than none": {
    ...invalid,
    path: () => "/agreements",
    asked: () => ({ as, body: agreementOf({ seats: -1 }) }),
  },
  "two contacts with one address": {
    ...invalid,
    path: () => "/agreements",
    asked: () => {
      const { contacts } = agreementOf({});
      return { as, body: agreementOf({ contacts: [...contacts, ...contacts] }) };
    },
  },
  "meetings promised for another number of years": {
    status: 422,
    code: "promised-years-differ",
    says: /Oppgi dem for hvert år, eller la dem stå tomme/,
    path: () => "/agreements",
    asked: () => {
      const year = { "core-group": 4, staff: 4, "planning-day": 1, "smart-relasjon": 0 };
      return { as, body: agreementOf({ promised: [year] }) };
    },
  },
  "a seat in a day course": {
    status: 409,
    code: "cohort-without-seats",
    says: /Velg et kull/,
    path: () => `${agreement}/seats`,
    asked: () => ({ as, body: seatFor("anja@example.no") }),
  },
  "a seat by somebody else's key": {
    status: 404,
    code: "not-found",
    says: /Bruk lenken fra e-posten/,
    path: () => `${agreement}/seats`,
    asked: () => ({ key: stale.key, body: seatFor("anja@example.no") }),
  },
  "a meeting outside the agreement's years": {
    status: 422,
    code: "meeting-outside-period",
    says: /Velg en annen dag/,
    path: () => `${agreement}/meetings`,
    asked: () => {
      const time = { startsAt: "2034-01-10T08:00:00.000Z", endsAt: "2034-01-10T10:00:00.000Z" };
      return { as, body: { kind: "staff", time } };
    },
  },
  "a cohort without a calendar": {
    status: 409,
    code: "cohort-has-its-calendar",
    says: /sammen med samlingene/,
    path: () => "/offerings",
    asked: () => ({ as, body: { ...offeringSeeds.festival(forSale.course.signUpOpensAt), kind: "cohort" } }),
  },
  "a course at a workplace yesterday": {
    status: 422,
    code: "date-is-past",
    says: /Velg en dag som kommer/,
    path: () => "/workplace-courses",
    asked: () => ({ body: workplaceCourse({ wishedOn: "2020-08-15" }) }),
  },
  "a course at a workplace for nobody": {
    ...invalid,
    path: () => "/workplace-courses",
    asked: () => ({ body: workplaceCourse({ participants: 0 }) }),
  },
  "an enquiry that would add a header to its mail": {
    ...invalid,
    path: () => "/agreement-enquiries",
    asked: () => {
      const { name, organisationNumber } = school("200000005").buyer.organisation;
      const body = { organisation: { name, organisationNumber }, name: "Rut\r\nBcc: alle@example.no" };
      return { body: { ...body, email: "rut@skole.example.no", wish: "Vi er 40." } };
    },
  },
};

const cases: Readonly<Record<string, BadInput>> = {
  ...ofAgreements,
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
    path: () => `/orders/${stale.orderNumber}/checkout`,
    asked: () => ({ key: stale.key }),
  },
  "another person's order key": {
    status: 404,
    code: "not-found",
    says: /Bruk lenken fra e-posten/,
    method: "GET",
    path: () => `/orders/${stale.orderNumber}`,
    asked: () => ({ key: `${stale.key.slice(0, -1)}${stale.key.endsWith("a") ? "b" : "a"}` }),
  },
  "somebody else's order number, and no key": {
    status: 401,
    code: "unauthenticated",
    says: /bruke lenken fra e-posten/,
    method: "GET",
    path: () => `/orders/${stale.orderNumber}`,
    asked: () => ({}),
  },
};

/** All rows but how many wrong keys a caller has tried within the hour. */
const stored = async () => (await run.rows()).filter(({ pk }) => !String(pk).startsWith("CALLER#"));

describe("bad input", () => {
  test.each(Object.entries(cases))("%s is refused, and nothing is stored or held", async (_name, bad) => {
    await walk.settle();
    const before = await stored();
    const answer = await walk.ask(bad.method ?? "POST", bad.path?.() ?? "/orders", bad.asked());
    expect(answer.body).toMatchObject({ status: bad.status, code: bad.code, detail: expect.stringMatching(bad.says) });
    expect(answer.status).toBe(bad.status);
    await walk.settle();
    expect(await stored()).toEqual(before);
  });

  test("is not what emoji and Sámi letters are: a name is a name", async () => {
    const name = "Áile Đuommá Čáhci 🌼";
    const { orderNumber, key } = await place(walk, { ...order, buyer: { ...order.buyer, name } });
    expect((await walk.ask("GET", `/orders/${orderNumber}`, { key })).body).toMatchObject({ buyer: { name } });
  });
});
