import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { norwegianDay } from "#kernel/norwegian-time";
import { type Cohort, type CourseDay, daysHeld, type Gathering } from "./cohort.ts";

/** As many as an offering has sessions. */
const MOST_DAYS = 20;

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What of a calendar contradicts itself: each with the field to mend. None: it may be kept. */
export function calendarFaults(gatherings: readonly Gathering[]): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  let before: CourseDay | undefined;
  for (const [at, { days }] of gatherings.entries()) {
    for (const [index, day] of days.entries()) {
      const field = (name: keyof CourseDay) => ["gatherings", at, "days", index, name];
      if (seen.has(day.dayId)) faults.push({ path: field("dayId"), message: "Each day has an id of its own." });
      seen.add(day.dayId);
      if (day.endsAt <= day.startsAt) faults.push({ path: field("endsAt"), message: "A day ends after it starts." });
      if (before && (day.startsAt < before.endsAt || sameDate(before, day))) {
        faults.push({ path: field("startsAt"), message: "Each day has a date of its own, later than the one before." });
      } else if (before && index > 0 && nights(before, day) > 1) {
        faults.push({ path: field("startsAt"), message: "The days of a gathering are in a row." });
      }
      before = day;
    }
  }
  if (seen.size > MOST_DAYS) {
    faults.push({ path: ["gatherings"], message: `A cohort has ${MOST_DAYS} days at most.` });
  }
  if (daysHeld({ gatherings }).length === 0) {
    faults.push({ path: ["gatherings"], message: "At least one day is held." });
  }
  return faults;
}

interface Session {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly venue: { readonly kind: "place"; readonly name: string; readonly address: string };
}

/** The days that are held, each where its gathering is, as the sessions of the cohort's offering. */
export function sessionsOf({ gatherings }: Pick<Cohort, "gatherings">): Session[] {
  return gatherings.flatMap((gathering) =>
    daysHeld({ gatherings: [gathering] }).map(({ startsAt, endsAt }) => ({
      startsAt,
      endsAt,
      venue: { kind: "place", ...gathering.venue },
    })),
  );
}

/**
 * A day that attendance is registered on keeps its date, and isn't removed: what somebody has attended would be lost. It may
 * be called off: its marks are kept, and count again if it is held after all.
 *
 * @throws DomainError `course-day-has-attendance` with the days
 */
export function refuseToLoseAttendance(before: Cohort, gatherings: readonly Gathering[]): void {
  const daysOf = (all: readonly Gathering[]) => new Map(all.flatMap(({ days }) => days).map((day) => [day.dayId, day]));
  const [was, is] = [daysOf(before.gatherings), daysOf(gatherings)];
  const dayIds = before.markedDays.filter((dayId) => {
    const [day, after] = [was.get(dayId), is.get(dayId)];
    return !day || !after || !sameDate(day, after);
  });
  if (dayIds.length > 0) throw refusal("course-day-has-attendance", { dayIds });
}

/** The first and the last day that are held, in Norway. */
export function periodOf(cohort: Pick<Cohort, "gatherings">): { first: string; last: string } {
  const days = daysHeld(cohort)
    .map(({ startsAt }) => norwegianDay(startsAt))
    .toSorted();
  return { first: days.at(0) ?? "", last: days.at(-1) ?? "" };
}

/**
 * Once certificates are issued, the days that are held stay as they are: with one more, or one less, some of them might stand
 * on too little (rule 5).
 *
 * @throws DomainError `cohort-has-certificates` with the days
 */
export function refuseOtherDays(before: Cohort, gatherings: readonly Gathering[]): void {
  const was = daysHeld(before).map(({ dayId }) => dayId);
  const is = daysHeld({ gatherings: [...gatherings] }).map(({ dayId }) => dayId);
  const dayIds = [...was.filter((dayId) => !is.includes(dayId)), ...is.filter((dayId) => !was.includes(dayId))];
  if (before.certified && dayIds.length > 0) throw refusal("cohort-has-certificates", { dayIds });
}

function sameDate(one: CourseDay, other: CourseDay): boolean {
  return norwegianDay(one.startsAt) === norwegianDay(other.startsAt);
}

/** Nights between the dates of two days. */
function nights(one: CourseDay, other: CourseDay): number {
  return (Date.parse(norwegianDay(other.startsAt)) - Date.parse(norwegianDay(one.startsAt))) / 86_400_000;
}
