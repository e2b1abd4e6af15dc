import { expect, test } from "vitest";
import { Instant, plusSeconds } from "#kernel/clock";
import { mint } from "#kernel/id";
import { OfferingId, PlaceId, ProductId, TicketTypeId } from "#kernel/ids";
import { kroner } from "#kernel/money";
import type { GoodsLine, PlaceLine } from "#ordering/domain/order";
import { bookedUntil } from "#ordering/domain/retention";
import { systemRandom } from "#platform/random";

const [BEFORE, AFTER] = [Instant.parse("2026-12-15T09:00:00.000Z"), Instant.parse("2027-02-10T08:00:00.000Z")];
const FIVE_YEARS_AFTER = { 2026: "2031-12-31T23:00:00.000Z", 2027: "2032-12-31T23:00:00.000Z" };

const sold = { line: 1, title: { nb: "Noe" }, unitPrice: kroner(950), amount: kroner(950), vat: [] };
const book: GoodsLine = {
  ...sold,
  kind: "goods",
  productId: mint(ProductId, systemRandom),
  quantity: 1,
  weightGrams: 0,
  shipped: 0,
};
const place: PlaceLine = {
  ...sold,
  kind: "place",
  offeringId: mint(OfferingId, systemRandom),
  ticketTypeId: TicketTypeId.parse("ordinary"),
  placeId: mint(PlaceId, systemRandom),
  startsAt: BEFORE,
};
const order: Parameters<typeof bookedUntil>[0] = { payment: "invoice", confirmedAt: BEFORE, lines: [book, place] };

test("what is ordered and delivered in one year is bookkeeping for five years after it", () => {
  expect(bookedUntil(order)).toBe(FIVE_YEARS_AFTER[2026]);
});

test.each([
  { what: "is held", lines: [{ ...place, startsAt: AFTER }] },
  { what: "is credited", lines: [{ ...place, cancelledAt: AFTER }] },
  { what: "is sent", lines: [book], shipments: [{ shipment: 1, sentAt: AFTER, lines: [{ line: 1, quantity: 1 }] }] },
  { what: "is paid back", moneyMovedAt: AFTER },
])("and what $what in the next year, for five years after that one (bokføringsloven § 13)", ({ what: _, ...later }) => {
  expect(bookedUntil({ ...order, ...later })).toBe(FIVE_YEARS_AFTER[2027]);
});

test("what was called off before it was held was booked when it was", () => {
  const lines = [{ ...place, startsAt: AFTER, cancelledAt: BEFORE }];
  expect(bookedUntil({ ...order, lines })).toBe(FIVE_YEARS_AFTER[2026]);
});

test("years are Norway's: what is paid in the first minute of one counts for that one, and goes as the sixth begins", () => {
  const newYear = Instant.parse("2026-12-31T23:00:00.000Z");
  expect(bookedUntil({ ...order, lines: [book], confirmedAt: newYear })).toBe(FIVE_YEARS_AFTER[2027]);
  expect(bookedUntil({ ...order, lines: [book], confirmedAt: plusSeconds(newYear, -1) })).toBe(FIVE_YEARS_AFTER[2026]);
});

test("money that came too late for its order, and went back, is bookkeeping too", () => {
  expect(bookedUntil({ ...order, payment: "card", confirmedAt: undefined, moneyMovedAt: BEFORE })).toBe(
    FIVE_YEARS_AFTER[2026],
  );
});

test("what costs nothing, or was never confirmed, is no bookkeeping", () => {
  expect(bookedUntil({ ...order, payment: "free" })).toBeUndefined();
  expect(bookedUntil({ ...order, confirmedAt: undefined })).toBeUndefined();
});
