import { expect, test } from "vitest";
import { toInstant } from "#kernel/clock";
import { norwegianDay } from "#kernel/norwegian-time";

test.each([
  ["winter, one hour ahead", Date.UTC(2026, 0, 31, 22, 59), "2026-01-31"],
  ["winter, past midnight", Date.UTC(2026, 0, 31, 23, 0), "2026-02-01"],
  ["summer, two hours ahead", Date.UTC(2026, 5, 30, 22, 0), "2026-07-01"],
  ["the night that summer time ends", Date.UTC(2026, 9, 25, 23, 0), "2026-10-26"],
])("the day in Norway: %s", (_when, milliseconds, day) => {
  expect(norwegianDay(toInstant(milliseconds))).toBe(day);
});
