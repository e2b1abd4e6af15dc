import { expect, test } from "vitest";
import { Instant, toInstant } from "#kernel/clock";
import { nextNorwegianTime, norwegianDay } from "#kernel/norwegian-time";

test.each([
  ["winter, one hour ahead", Date.UTC(2026, 0, 31, 22, 59), "2026-01-31"],
  ["winter, past midnight", Date.UTC(2026, 0, 31, 23, 0), "2026-02-01"],
  ["summer, two hours ahead", Date.UTC(2026, 5, 30, 22, 0), "2026-07-01"],
  ["the night that summer time ends", Date.UTC(2026, 9, 25, 23, 0), "2026-10-26"],
])("the day in Norway: %s", (_when, milliseconds, day) => {
  expect(norwegianDay(toInstant(milliseconds))).toBe(day);
});

test.each([
  ["later today, in winter", "2026-11-02T01:00:00.000Z", "2026-11-02T02:15:00.000Z"],
  ["tomorrow, when it is that time now", "2026-11-02T02:15:00.000Z", "2026-11-03T02:15:00.000Z"],
  ["in summer", "2026-07-01T09:00:00.000Z", "2026-07-02T01:15:00.000Z"],
  ["the night that summer time begins", "2027-03-27T09:00:00.000Z", "2027-03-28T01:15:00.000Z"],
  ["the night that it ends", "2027-10-30T09:00:00.000Z", "2027-10-31T02:15:00.000Z"],
])("the next 03:15 in Norway: %s", (_when, now, next) => {
  expect(nextNorwegianTime(Instant.parse(now), "03:15")).toBe(next);
});
