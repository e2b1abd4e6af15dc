import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  Agreement,
  AgreementTerms,
  actingOn,
  changeAgreement,
  endAgreement,
  newAgreement,
} from "#agreements/domain/agreement";
import { covers, periodYears, plusDays, plusMonths, usualPeriod, warningTime } from "#agreements/domain/period";
import { usuallyPromised } from "#agreements/domain/promised";
import { refuseIfBroken, refuseOutsidePeriod } from "#agreements/domain/seats-of-agreement";
import { PersonId } from "#kernel/caller";
import { Instant, toInstant } from "#kernel/clock";
import { DomainError } from "#kernel/domain-error";
import { mint } from "#kernel/id";
import { AgreementId, OfferingId, OrderNumber, PlaceId, SeatId } from "#kernel/ids";
import { newOrderNumber } from "#kernel/order-number";
import { systemRandom } from "#platform/random";
import { SCHOOL } from "#test/shop";

const AGREEMENT_ID = mint(AgreementId, systemRandom);
const RUT = { name: "Rut Eksempel", email: "rut@example.no" };

function terms(more: Record<string, unknown> = {}) {
  return AgreementTerms.parse({ organisation: SCHOOL, period: { from: "2027-08-01" }, contacts: [RUT], ...more });
}

function agreement(more: Record<string, unknown> = {}): Agreement {
  return newAgreement(terms(more), AGREEMENT_ID, systemRandom);
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return "done";
}

const day = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 86_400_000, max: Date.UTC(2040, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const period = fc
  .tuple(day, fc.integer({ min: 1, max: 3000 }))
  .map(([from, days]) => ({ from, to: plusDays(from, days) }));

describe("a period", () => {
  test("has a mistyped year when it is longer than any agreement: nothing is made that could not be read again", () => {
    const lasting = (to: string) => () => Agreement.parse(agreement({ period: { from: "2027-08-01", to } }));
    expect(codeOf(lasting("2209-07-31"))).toBe("agreement-too-long");
    expect(codeOf(lasting("2047-08-01"))).toBe("agreement-too-long");
    expect(codeOf(lasting("2047-07-31"))).toBe("done");
    expect(codeOf(() => endAgreement(agreement(), "2209-07-31"))).toBe("agreement-too-long");
  });

  test("is three years unless told: its last day is the one before its first comes again", () => {
    expect(usualPeriod("2027-08-01")).toEqual({ from: "2027-08-01", to: "2030-07-31" });
    expect(usualPeriod("2028-02-29")).toEqual({ from: "2028-02-29", to: "2031-02-27" });
  });

  test("falls into years that follow each other without a gap, from its first day to its last", () => {
    fc.assert(
      fc.property(period, (whole) => {
        const years = periodYears(whole);
        expect(years[0]?.from).toBe(whole.from);
        expect(years.at(-1)?.to).toBe(whole.to);
        for (const [index, year] of years.entries()) {
          expect(year.from <= year.to).toBe(true);
          const next = years[index + 1];
          if (next) expect(plusDays(year.to, 1)).toBe(next.from);
        }
      }),
    );
  });

  test("covers its own days by Norway's clock, summer and winter, and no other", () => {
    const autumn = { from: "2027-08-01", to: "2027-10-31" };
    expect(covers(autumn, Instant.parse("2027-07-31T22:00:00.000Z"))).toBe(true);
    expect(covers(autumn, Instant.parse("2027-07-31T21:59:59.999Z"))).toBe(false);
    expect(covers(autumn, Instant.parse("2027-10-31T22:59:59.999Z"))).toBe(true);
    expect(covers(autumn, Instant.parse("2027-10-31T23:00:00.000Z"))).toBe(false);
  });

  test.each([
    ["2027-08-31", 6, "2028-02-29"],
    ["2027-07-31", -6, "2027-01-31"],
    ["2027-12-15", 1, "2028-01-15"],
  ])("months from %s: %i later is %s", (from, months, to) => expect(plusMonths(from, months)).toBe(to));

  test("warns on the morning six months before its end, unless it is hardly longer", () => {
    expect(warningTime({ from: "2027-08-01", to: "2030-07-31" })).toBe("2030-01-31T07:00:00.000Z");
    expect(warningTime({ from: "2027-08-01", to: "2028-02-01" })).toBeUndefined();
  });
});

describe("an agreement", () => {
  test("is as agreements are as a rule: three years, six seats, and the meetings of each year", () => {
    expect(agreement()).toMatchObject({
      period: { from: "2027-08-01", to: "2030-07-31" },
      seats: 6,
      prices: { trainerMaterial: 2_000_00, book: 200_00, deck: 100_00 },
      promised: [
        { "core-group": 4, staff: 4, "planning-day": 1, "smart-relasjon": 0 },
        { "core-group": 4, staff: 2, "planning-day": 0, "smart-relasjon": 1 },
        { "core-group": 4, staff: 2, "planning-day": 0, "smart-relasjon": 0 },
      ],
      version: 1,
    });
  });

  test("that is short promises less, and of every year something", () => {
    expect(usuallyPromised({ from: "2027-08-01", to: "2027-12-31" })).toEqual([
      { "core-group": 1, staff: 1, "planning-day": 0, "smart-relasjon": 0 },
    ]);
    fc.assert(
      fc.property(period, (whole) => {
        const promised = usuallyPromised(whole);
        expect(promised).toHaveLength(periodYears(whole).length);
        for (const year of promised) expect(year["core-group"]).toBeGreaterThan(0);
      }),
    );
  });

  test.each([
    ["of zero days", { period: { from: "2027-08-01", to: "2027-08-01" } }, "agreement-without-days"],
    ["that ends before it begins", { period: { from: "2027-08-01", to: "2027-07-31" } }, "agreement-without-days"],
    [
      "with the meetings of one year only",
      { promised: usuallyPromised({ from: "2027-08-01", to: "2027-12-31" }) },
      "promised-years-differ",
    ],
    ["of two days", { period: { from: "2027-08-01", to: "2027-08-02" } }, "done"],
  ])("%s", (_what, more, code) => expect(codeOf(() => agreement(more))).toBe(code));

  const counts = { "core-group": 4, staff: 4, "planning-day": 1, "smart-relasjon": 0 };
  test.each<[string, Record<string, unknown>]>([
    ["minus one seat", { seats: -1 }],
    ["half a seat", { seats: 5.5 }],
    ["8.5 meetings", { promised: [{ ...counts, staff: 8.5 }] }],
    ["minus one meeting", { promised: [{ ...counts, staff: -1 }] }],
    ["a price below nothing", { prices: { trainerMaterial: -1, book: 0, deck: 0 } }],
    ["no contact", { contacts: [] }],
    ["two contacts with one address", { contacts: [RUT, { ...RUT, name: "Ola" }] }],
    ["a name of two lines", { contacts: [{ ...RUT, name: "Rut\nBcc: alle@example.no" }] }],
    [
      "an organisation number with a wrong check digit",
      { organisation: { ...SCHOOL, organisationNumber: "200000006" } },
    ],
    ["no reference for its invoices", { organisation: { ...SCHOOL, invoiceReference: undefined } }],
    ["the thirtieth of February", { period: { from: "2027-02-30" } }],
  ])("can't have %s", (_what, more) => expect(() => terms(more)).toThrow());

  test("keeps the key of a contact who stays, and gives a new one to who comes", () => {
    const before = agreement();
    const ola = { name: "Ola Eksempel", email: "ola@example.no" };
    const { organisation, locale, period: same, seats, prices } = before;
    const contacts = [{ ...RUT, name: "Rut E. Eksempel" }, ola];
    const after = changeAgreement(
      before,
      { organisation, locale, period: same, seats, prices, contacts },
      systemRandom,
    );
    expect(after.contacts[0]).toEqual({ ...before.contacts[0], name: "Rut E. Eksempel" });
    expect(after.contacts[1]?.key).not.toBe(before.contacts[0]?.key);
    expect(after).toMatchObject({ version: 2, promised: before.promised });
  });

  test("that is extended keeps what was promised, and promises as usual in the new years", () => {
    const promised = [1, 2, 3].map((staff) => ({ ...counts, staff }));
    const before = agreement({ promised });
    const { organisation, locale, seats, prices } = before;
    const longer = { from: "2027-08-01", to: "2031-07-31" };
    const after = changeAgreement(
      before,
      { organisation, locale, period: longer, seats, prices, contacts: [RUT] },
      systemRandom,
    );
    expect(after.promised.map(({ staff }) => staff)).toEqual([1, 2, 3, 2]);
  });

  test("is its contacts', by key or login, and the administrators'; to others it doesn't exist", () => {
    const { contacts } = agreement();
    const personId = mint(PersonId, systemRandom);
    const person = { kind: "person", personId, email: "x@example.no", roles: [] } as const;
    const key = contacts[0]?.key;
    if (!key) throw new Error("The agreement has a contact.");
    const by = (caller: Parameters<typeof actingOn>[1]) => actingOn({ contacts }, caller)?.as;
    expect(by({ kind: "guest", key })).toBe("contact");
    expect(by({ ...person, email: RUT.email })).toBe("contact");
    expect(by({ ...person, roles: ["administrator"] })).toBe("administrator");
    expect(by(person)).toBeUndefined();
    expect(by({ ...person, roles: ["course-leader"] })).toBeUndefined();
    expect(by({ kind: "guest" })).toBeUndefined();
  });
});

describe("seats that are used", () => {
  const cohorts = fc.array(fc.integer({ min: -400, max: 1500 }), { minLength: 0, maxLength: 8 });

  test("break an agreement exactly when they are more than its quota, or start outside its period, and are named", () => {
    fc.assert(
      fc.property(cohorts, fc.integer({ min: 0, max: 8 }), (starts, seats) => {
        const would = { ...agreement(), seats };
        const begins = Date.parse("2027-08-01T09:00:00.000Z");
        const used = starts.map((days) => {
          const offeringId = mint(OfferingId, systemRandom);
          const startsAt = toInstant(begins + days * 86_400_000);
          const inside = days >= 0 && days <= 1095;
          return { offeringId, startsAt, inside, seat: seatIn(offeringId) };
        });
        const byId = new Map(
          used.map(({ offeringId, startsAt }) => [offeringId, { offeringId, sessions: [{ startsAt }] }]),
        );
        const named = seatsNamed(() =>
          refuseIfBroken(
            would,
            used.map(({ seat }) => seat),
            byId,
          ),
        );
        const expected = used.length > seats ? used : used.filter(({ inside }) => !inside);
        expect(named.toSorted()).toEqual(expected.map(({ seat }) => String(seat.seatId)).toSorted());
        for (const { offeringId, startsAt, inside } of used) {
          const taking = codeOf(() => refuseOutsidePeriod(would, { offeringId, sessions: [{ startsAt }] }));
          expect(taking).toBe(inside ? "done" : "seat-outside-period");
        }
      }),
      { numRuns: 50 },
    );
  });
});

function seatIn(cohortId: OfferingId) {
  return {
    seatId: mint(SeatId, systemRandom),
    agreementId: AGREEMENT_ID,
    cohortId,
    placeId: mint(PlaceId, systemRandom),
    orderNumber: OrderNumber.parse(newOrderNumber(systemRandom)),
    status: "used" as const,
    takenAt: Instant.parse("2027-08-01T09:00:00.000Z"),
    version: 1,
  };
}

/** The seats that a refusal names; none when there is none. */
function seatsNamed(run: () => unknown): string[] {
  try {
    run();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError) || !("seats" in error.details)) throw error;
    const { seats } = error.details;
    return Array.isArray(seats) ? seats.map(({ seatId }) => String(seatId)) : [];
  }
}
