import { expect, test } from "vitest";
import { USUAL_PRICES } from "#agreements/domain/agreement";
import { goodsOf, Materials } from "#agreements/domain/materials";
import {
  type Meeting,
  MeetingId,
  MeetingTime,
  meetingsKept,
  moveMeeting,
  planMeeting,
  settleMeeting,
} from "#agreements/domain/meeting";
import type { MeetingKind } from "#agreements/domain/promised";
import { Instant, plusSeconds } from "#kernel/clock";
import { mint } from "#kernel/id";
import { AgreementId, ProductId } from "#kernel/ids";
import { kroner, sum, times } from "#kernel/money";
import { systemRandom } from "#platform/random";

const PERIOD = { from: "2027-08-01", to: "2029-07-31" };
const AUTUMN = Instant.parse("2027-10-05T12:00:00.000Z");

function meeting(startsAt: Instant, kind: MeetingKind = "staff"): Meeting {
  const made = { meetingId: mint(MeetingId, systemRandom), agreementId: mint(AgreementId, systemRandom), kind };
  return planMeeting(made, { startsAt, endsAt: plusSeconds(startsAt, 3600) }, PERIOD);
}

test("a meeting is planned and moved within the agreement's period", () => {
  const planned = meeting(AUTUMN);
  expect(planned).toMatchObject({ status: "planned", version: 1 });
  const later = { startsAt: plusSeconds(AUTUMN, 86_400), endsAt: plusSeconds(AUTUMN, 90_000) };
  expect(moveMeeting(planned, later, PERIOD)).toMatchObject({ ...later, version: 2 });
  const outside = Instant.parse("2029-07-31T22:00:00.000Z");
  expect(() => meeting(outside)).toThrow("meeting-outside-period");
  expect(MeetingTime.safeParse({ startsAt: AUTUMN, endsAt: AUTUMN }).success).toBe(false);
});

test("it is held once it has begun; a wrong mark is put right, and what is over is not moved", () => {
  const planned = meeting(AUTUMN);
  expect(() => settleMeeting(planned, "held", plusSeconds(AUTUMN, -1))).toThrow("meeting-not-begun");
  const held = settleMeeting(planned, "held", AUTUMN);
  expect(settleMeeting(held, "held", AUTUMN)).toBe(held);
  expect(settleMeeting(held, "cancelled", AUTUMN)).toMatchObject({ status: "cancelled", version: 3 });
  expect(() => moveMeeting(held, held, PERIOD)).toThrow("meeting-is-over");
});

test("each year shows what is promised against what is planned and held; a cancelled meeting is none", () => {
  const promised = [4, 2].map((staff) => ({ "core-group": 4, staff, "planning-day": 0, "smart-relasjon": 0 }));
  const [held, cancelled, planned] = [meeting(AUTUMN), meeting(AUTUMN), meeting(AUTUMN, "core-group")];
  const lastDay = meeting(Instant.parse("2028-07-31T21:00:00.000Z"));
  const firstDay = meeting(Instant.parse("2028-07-31T22:00:00.000Z"));
  const all = [
    settleMeeting(held, "held", AUTUMN),
    settleMeeting(cancelled, "cancelled", AUTUMN),
    planned,
    lastDay,
    firstDay,
  ];
  expect(meetingsKept({ period: PERIOD, promised }, all)).toMatchObject([
    {
      ...{ year: 1, from: "2027-08-01", to: "2028-07-31" },
      kinds: { staff: { promised: 4, planned: 1, held: 1 }, "core-group": { promised: 4, planned: 1, held: 0 } },
    },
    {
      year: 2,
      kinds: { staff: { promised: 2, planned: 1, held: 0 }, "core-group": { promised: 4, planned: 0, held: 0 } },
    },
  ]);
});

const [primary, youth, deck] = [1, 2, 3].map(() => mint(ProductId, systemRandom));

test("sets are a line a book and one of decks, NOK 300 an employee", () => {
  if (!primary || !youth || !deck) throw new Error("Three ids were minted.");
  const materials = Materials.parse({
    sets: [
      { bookId: primary, deckId: deck, employees: 12 },
      { bookId: youth, deckId: deck, employees: 8 },
    ],
  });
  const products = new Map([
    [primary, { kind: "book" }],
    [youth, { kind: "book" }],
    [deck, { kind: "card-deck" }],
  ] as const);
  const goods = goodsOf(materials, products, USUAL_PRICES);
  expect(goods.map(({ quantity, unitPrice }) => [quantity, unitPrice])).toEqual([
    [12, kroner(200)],
    [8, kroner(200)],
    [20, kroner(100)],
  ]);
  expect(sum(goods.map(({ unitPrice, quantity }) => times(unitPrice, quantity)))).toBe(kroner(20 * 300));
  const swapped = Materials.parse({ sets: [{ bookId: deck, deckId: primary, employees: 1 }] });
  expect(() => goodsOf(swapped, products, USUAL_PRICES)).toThrow("not-part-of-a-set");
  expect(() => goodsOf(materials, new Map(), USUAL_PRICES)).toThrow("product-not-for-sale");
});

test.each([0, -1, 8.5, 1001])("%d employees are refused", (employees) => {
  expect(Materials.safeParse({ sets: [{ bookId: primary, deckId: deck, employees }] }).success).toBe(false);
});
