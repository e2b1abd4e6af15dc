import { describe, expect, test } from "vitest";
import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import { mint, mintAccessKey } from "#kernel/id";
import { AllotmentId, EntryId, OfferingId, TicketTypeId } from "#kernel/ids";
import { systemRandom } from "#platform/random";
import { countersOf } from "#registration/domain/capacity";
import { chosenForOffers, whyNotOffered } from "#registration/domain/offer-round";
import type { SignUpTerms } from "#registration/domain/terms";
import { end, hasLapsed, join, offer, offerEnd, offerToTake } from "#registration/domain/waiting-list";

const NOW = toInstant(Date.UTC(2026, 10, 2, 9));
const ORDINARY = TicketTypeId.parse("ordinary");
const EMPLOYEES = TicketTypeId.parse("employees");
const DAY_SECONDS = 86_400;

const terms: SignUpTerms = {
  offeringId: mint(OfferingId, systemRandom),
  kind: "course",
  version: 1,
  status: "published",
  signUpOpensAt: plusSeconds(NOW, -DAY_SECONDS),
  signUpClosesAt: plusSeconds(NOW, 10 * DAY_SECONDS),
  namingDeadline: plusSeconds(NOW, 10 * DAY_SECONDS),
  ticketTypes: [
    { ticketTypeId: ORDINARY, who: "everyone" },
    { ticketTypeId: EMPLOYEES, who: "everyone" },
  ],
  allotments: [],
  includedGoods: [],
  questions: [],
};

function waiting(ticketTypeId = ORDINARY, now: Instant = NOW) {
  const ids = { entryId: mint(EntryId, systemRandom), key: mintAccessKey(systemRandom) };
  const made = { ...ids, locale: "nb", now, municipalityDomain: "kommune.example.no" } as const;
  return join(terms, { name: "Kari Eksempel", email: "kari@example.no", ticketTypeId }, made);
}

describe("joining", () => {
  test("an unknown ticket type is refused", () => {
    expect(() => waiting(TicketTypeId.parse("vip"))).toThrow("ticket-type-unknown");
  });

  test("nobody joins after sign-up has closed", () => {
    expect(() => waiting(ORDINARY, terms.signUpClosesAt)).toThrow("offering-not-open");
  });
});

describe("an offer", () => {
  test("is held for 48 hours", () => {
    expect(offerEnd(terms, NOW)).toBe(plusSeconds(NOW, 2 * DAY_SECONDS));
  });

  test("ends when sign-up closes, if that is sooner", () => {
    expect(offerEnd(terms, plusSeconds(terms.signUpClosesAt, -60))).toBe(terms.signUpClosesAt);
  });

  test.each([
    ["sign-up has closed", terms, terms.signUpClosesAt],
    ["the offering is cancelled", { ...terms, status: "cancelled" as const }, NOW],
  ])("is not made once %s", (_when, offering, now) => {
    expect(offerEnd(offering, now)).toBeUndefined();
  });

  const until = plusSeconds(NOW, 2 * DAY_SECONDS);
  const offered = offer(waiting(), until);
  const asked = { key: offered.key, ticketTypeId: ORDINARY, now: NOW };
  const stillWaits = waiting();

  test("is taken with its key before it ends", () => {
    expect(offerToTake(offered, { ...asked, now: plusSeconds(until, -1) })).toBe(offered);
  });

  test("is not taken at its end or later, and lapses then", () => {
    expect(() => offerToTake(offered, { ...asked, now: until })).toThrow("offer-ended");
    expect(hasLapsed(offered, plusSeconds(until, -1))).toBe(false);
    expect(hasLapsed(offered, until)).toBe(true);
  });

  test.each([
    ["nobody has", undefined, asked],
    ["with another key", offered, { ...asked, key: mintAccessKey(systemRandom) }],
    ["for another ticket type", offered, { ...asked, ticketTypeId: EMPLOYEES }],
    ["before it is made", stillWaits, { ...asked, key: stillWaits.key }],
  ])("is not taken: one %s", (_what, entry, request) => {
    expect(() => offerToTake(entry, request)).toThrow("offer-unknown");
  });

  test.each(["accepted", "declined", "lapsed"] as const)("is not taken twice: it is %s", (status) => {
    expect(() => offerToTake(end(offered, status), asked)).toThrow("offer-ended");
  });
});

describe("a round of offers", () => {
  const counters = (free: number, ordinary: number, employees: number) => ({
    free,
    "free:ordinary": ordinary,
    "free:employees": employees,
  });
  const line = [waiting(EMPLOYEES), waiting(ORDINARY), waiting(ORDINARY), waiting(EMPLOYEES)];
  const indexes = (free: number, ordinary: number, employees: number) =>
    chosenForOffers(line, counters(free, ordinary, employees)).map((each) => line.indexOf(each));

  test("first come, first served", () => {
    expect(indexes(2, 2, 2)).toEqual([0, 1]);
  });

  test("one whose ticket type is full lets others by", () => {
    expect(indexes(2, 2, 0)).toEqual([1, 2]);
  });

  test("no more offers than the quota of a type", () => {
    expect(indexes(4, 2, 1)).toEqual([0, 1, 2]);
  });

  test("nothing free, nothing offered", () => {
    expect(indexes(0, 2, 2)).toEqual([]);
    expect(indexes(-1, 2, 2)).toEqual([]);
  });

  test.each([
    ["sign-up-closed", counters(1, 1, 1), false],
    ["offering-full", counters(0, 1, 1), true],
    ["ticket-type-full", counters(1, 0, 1), true],
    ["soon", counters(1, 1, 0), true],
  ] as const)("an administrator sees why one waits: %s", (why, left, open) => {
    expect(whyNotOffered(ORDINARY, left, open)).toBe(why);
  });
});

test("an allotment's places are in no counter that newcomers or the line take from", () => {
  const allotmentId = AllotmentId.parse("cohort-5");
  const limits = {
    version: 1,
    capacity: 10,
    ticketTypes: [{ ticketTypeId: ORDINARY, quota: 8 }, { ticketTypeId: EMPLOYEES }],
    allotments: [{ allotmentId, ticketTypeId: ORDINARY, places: 3 }],
  };
  expect(countersOf(limits)).toMatchObject({
    free: 7,
    open: 7,
    waiting: 0,
    "free:ordinary": 5,
    "open:ordinary": 5,
    "free:employees": 10,
    "allotted:cohort-5": 3,
  });
});
