import * as z from "zod";
import { StaffText } from "#kernel/locale";
import type { OwnParticipation } from "../app/get-own-participation.ts";
import { Cohort } from "../domain/cohort.ts";
import { HandInStatus, Mark, Participation } from "../domain/participation.ts";

export const OwnParticipationView = z.object({
  ...Participation.pick({ cohortId: true, placeId: true, name: true, status: true, group: true }).shape,
  title: StaffText,
  gatherings: Cohort.shape.gatherings,
  /** By `dayId`. */
  marks: z.record(z.string(), Mark),
  /** Halves of days: two are a day. */
  attendedHalves: z.int(),
  daysHeld: z.int(),
  canMissHalves: z.int(),
  /** Whether 80 % can still be reached. */
  reachable: z.boolean(),
  /** First names of the others in the learning group. */
  companions: z.array(z.string()),
  portfolio: z.object({ status: HandInStatus, documents: z.int() }),
  essay: z.object({ status: HandInStatus }),
});

export function ownParticipationView(own: OwnParticipation): z.input<typeof OwnParticipationView> {
  const { cohort, participation, attendance, canMiss, companions } = own;
  const { portfolio, essay } = participation;
  return {
    ...participation,
    title: cohort.title,
    gatherings: cohort.gatherings,
    marks: Object.fromEntries(Object.entries(participation.attendance).map(([dayId, { mark }]) => [dayId, mark])),
    attendedHalves: attendance.halves,
    daysHeld: attendance.held,
    canMissHalves: canMiss.halves,
    reachable: canMiss.reachable,
    companions: [...companions],
    portfolio: { status: portfolio.status, documents: portfolio.documents.length },
    essay: { status: essay.status },
  };
}
