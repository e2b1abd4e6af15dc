import * as z from "zod";
import { type Instant, Instant as InstantSchema } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { norwegianDay } from "#kernel/norwegian-time";

/** A day in Norway, `2027-08-01`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** From the first day to the last, both included. */
export const Period = z.strictObject({ from: Day, to: Day });
export type Period = z.infer<typeof Period>;

const YEARS_AS_A_RULE = 3;
const WARNING_MONTHS = 6;

/** The day so many whole months later, or the last of that month: `2027-08-31` and six is `2028-02-29`. */
export function plusMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Three years from its first day, as agreements have as a rule. */
export function usualPeriod(from: Day): Period {
  return { from, to: plusDays(plusMonths(from, 12 * YEARS_AS_A_RULE), -1) };
}

/** Longer ones are mistyped: 2209 for 2029. */
export const MOST_YEARS = 20;

/**
 * @throws DomainError `agreement-without-days` unless it ends on a later day than it begins, `agreement-too-long` for more
 *   years than any agreement has
 */
export function requirePeriod({ from, to }: Period): void {
  if (to <= from) throw refusal("agreement-without-days", { from, to });
  if (to >= plusMonths(from, 12 * MOST_YEARS)) throw refusal("agreement-too-long", { from, to, years: MOST_YEARS });
}

/** Whether what begins then, by the day in Norway, begins while the agreement lasts. */
export function covers({ from, to }: Period, startsAt: Instant): boolean {
  const day = norwegianDay(startsAt);
  return from <= day && day <= to;
}

/** How many years it has, a last one that isn't whole included. */
export function yearsOf({ from, to }: Period): number {
  let years = 1;
  while (plusMonths(from, 12 * years) <= to) years += 1;
  return years;
}

/** Its years, each with its first and last day. */
export function periodYears(period: Period): Period[] {
  return Array.from({ length: yearsOf(period) }, (_, index) => {
    const last = plusDays(plusMonths(period.from, 12 * (index + 1)), -1);
    return { from: plusMonths(period.from, 12 * index), to: last < period.to ? last : period.to };
  });
}

/**
 * When the contacts are told that seats are unused: the morning six months before the last day. None for a period that is
 * hardly longer than that.
 */
export function warningTime({ from, to }: Period): Instant | undefined {
  const day = plusMonths(to, -WARNING_MONTHS);
  return day <= from ? undefined : InstantSchema.parse(`${day}T07:00:00.000Z`);
}
