import * as z from "zod";
import { canMiss } from "../domain/can-miss.ts";
import { type Cohort, CourseDay, daysHeld } from "../domain/cohort.ts";
import { attendanceOf } from "../domain/eligibility.ts";
import { Participation } from "../domain/participation.ts";

const { dayId, startsAt, endsAt } = CourseDay.shape;

export const SheetView = z.object({
  days: z.array(z.object({ dayId, startsAt, endsAt })),
  participants: z.array(
    z.object({
      ...Participation.pick({ placeId: true, name: true, status: true, group: true, attendance: true }).shape,
      /** Halves of days attended: two are a day. */
      attendedHalves: z.int(),
      canMissHalves: z.int(),
    }),
  ),
});

export function sheetView(cohort: Cohort, everybody: readonly Participation[]): z.input<typeof SheetView> {
  return {
    days: daysHeld(cohort),
    participants: everybody.map((each) => ({
      ...each,
      attendedHalves: attendanceOf(cohort, each).halves,
      canMissHalves: canMiss(cohort, each).halves,
    })),
  };
}
