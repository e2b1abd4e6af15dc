import * as z from "zod";
import { refusal } from "#kernel/domain-error";
import { type Period, periodYears, plusMonths, yearsOf } from "./period.ts";

/** What an agreement promises to hold: meetings of its core group, of the staff, a whole planning day, SMART relasjon. */
export const MeetingKind = z.enum(["core-group", "staff", "planning-day", "smart-relasjon"]);
export type MeetingKind = z.infer<typeof MeetingKind>;

const Count = z.int().min(0).max(20);

/** How many of each kind are promised in one year of the agreement. */
export const Promised = z.strictObject({
  "core-group": Count,
  staff: Count,
  "planning-day": Count,
  "smart-relasjon": Count,
});
export type Promised = z.infer<typeof Promised>;

const CORE_GROUP_A_YEAR = 4;
const STAFF_IN_THE_FIRST_YEAR = 4;
const STAFF_LATER = 2;

/**
 * What is promised unless said otherwise, year by year: 4 meetings of the core group, 4 with the staff in the first year and
 * 2 later, one planning day in the first year, SMART relasjon in the second. Less in a year that isn't whole, but something.
 */
export function usuallyPromised(period: Period): Promised[] {
  return periodYears(period).map((year, index) => {
    const share = (whole: number) => Math.max(1, Math.floor((whole * monthsOf(year)) / 12));
    return {
      "core-group": share(CORE_GROUP_A_YEAR),
      staff: share(index === 0 ? STAFF_IN_THE_FIRST_YEAR : STAFF_LATER),
      "planning-day": index === 0 && monthsOf(year) === 12 ? 1 : 0,
      "smart-relasjon": index === 1 ? 1 : 0,
    };
  });
}

/**
 * What is promised in a period that has changed: its years as they were, new ones as usual.
 *
 * @param before what was promised, year by year
 */
export function promisedIn(period: Period, before: readonly Promised[]): Promised[] {
  return usuallyPromised(period).map((usual, index) => before[index] ?? usual);
}

/** @throws DomainError `promised-years-differ` unless there is one list for each year of the period */
export function refuseUnlessEachYear(promised: readonly Promised[], period: Period): void {
  const years = yearsOf(period);
  if (promised.length !== years) throw refusal("promised-years-differ", { years, given: promised.length });
}

/** Whole months in a year of a period. */
function monthsOf({ from, to }: Period): number {
  let months = 0;
  while (months < 12 && plusMonths(from, months + 1) <= next(to)) months += 1;
  return months;
}

function next(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
