import * as z from "zod";
import { Instant } from "#kernel/clock";
import { OfferingId } from "#kernel/ids";
import { StaffText } from "#kernel/locale";

/** A course day of a cohort: attendance is counted in these. A two-day gathering is two days. */
export const CourseDay = z.strictObject({
  /** Short and its own within the cohort, such as `d1`. */
  dayId: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/),
  startsAt: Instant,
  endsAt: Instant,
  /** Called off and not held: it doesn't count. */
  calledOff: z.boolean().default(false),
});
export type CourseDay = z.infer<typeof CourseDay>;

export const Gathering = z.strictObject({
  title: StaffText,
  venue: z.strictObject({ name: z.string().trim().min(1).max(200), address: z.string().trim().min(1).max(300) }),
  /** One day, or several in a row. */
  days: z.array(CourseDay).min(1).max(5),
  /** Whether participants stay at a hotel between its days. */
  overnightStay: z.boolean().default(false),
  /** The festival this gathering is part of. */
  festivalId: OfferingId.optional(),
});
export type Gathering = z.infer<typeof Gathering>;

/** One year's class: an offering that people sign up for, and the calendar its attendance is counted by. */
export const Cohort = z.object({
  /** The cohort's offering. */
  cohortId: OfferingId,
  title: StaffText,
  gatherings: z.array(Gathering).min(1).max(20),
  groups: z.strictObject({ count: z.int().min(1).max(60), size: z.int().min(1).max(36) }),
  /** `dayId`s that attendance is registered on: these stay in the calendar. Kept here so that no day is removed while it is marked. */
  markedDays: z.array(z.string()),
  /** Certificates were issued: they stand on the days there are. Kept here so that no day is added while they are. */
  certified: z.literal(true).optional(),
  version: z.int().min(1),
});
export type Cohort = z.infer<typeof Cohort>;

/** All days of a cohort that are to be held, in order of time. */
export function daysHeld({ gatherings }: { readonly gatherings: readonly Gathering[] }): CourseDay[] {
  return gatherings.flatMap(({ days }) => days).filter(({ calledOff }) => !calledOff);
}
