import * as z from "zod";
import type { NoCertificate } from "#certificates/ports/no-certificate";
import type { Cohorts } from "#education/ports/cohorts";
import type { Histories } from "#education/ports/histories";
import type { Participations } from "#education/ports/participations";
import type { PersonId } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { type OfferingId, PlaceId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Cohort } from "../domain/cohort.ts";
import { hasAttended } from "../domain/eligibility.ts";
import { dayToMark, MarkGiven, registerMarks } from "../domain/register-marks.ts";
import { attendanceRegistered } from "../events/attendance-registered.ts";

/** Each is a participation and its history in one transaction, which has at most 100 actions. */
const MOST_MARKS = 45;

export const AttendanceGiven = z.strictObject({
  marks: z
    .array(MarkGiven)
    .min(1)
    .max(MOST_MARKS)
    .refine((marks) => new Set(marks.map(({ placeId }) => placeId)).size === marks.length, "One mark a participant."),
});
export type AttendanceGiven = z.infer<typeof AttendanceGiven>;

export const AttendanceAnswer = z.object({
  recorded: z.array(PlaceId),
  /** Stood already. */
  unchanged: z.array(PlaceId),
  /** A newer mark stands, and was left as it is. */
  outdated: z.array(PlaceId),
});

export interface RegisterAttendancePorts {
  readonly unitOfWork: UnitOfWork;
  readonly cohorts: Cohorts;
  readonly participations: Pick<Participations, "load" | "replace">;
  readonly histories: Pick<Histories, "add">;
  readonly noCertificate: NoCertificate;
}

export type RegisterAttendance = (
  origin: Origin,
  on: { readonly cohortId: OfferingId; readonly dayId: string },
  given: AttendanceGiven,
  by: PersonId,
) => Promise<z.infer<typeof AttendanceAnswer>>;

/**
 * Registers how a course day was, for up to 45 participants at once: all of it, or nothing. Marks of a larger cohort come in
 * several requests.
 *
 * @throws DomainError `not-found`, `course-day-called-off`, `course-day-not-yet`, `participants-not-in-cohort`,
 *   `participant-withdrawn`, `correction-needs-reason`; `certificate-stands` for a correction that takes away what one stands on
 */
export function registerAttendanceUseCase(ports: RegisterAttendancePorts): RegisterAttendance {
  const { unitOfWork, cohorts, participations, histories, noCertificate } = ports;
  return (origin, { cohortId, dayId }, { marks }, by) =>
    unitOfWork.run(origin, AttendanceAnswer, async () => {
      const now = unitOfWork.clock();
      const [cohort, known] = await Promise.all([
        cohorts.get(cohortId),
        participations.load(marks.map(({ placeId }) => ({ cohortId, placeId }))),
      ]);
      if (!cohort) throw refusal("not-found", {});
      dayToMark(cohort, dayId, now);
      const { marked, unchanged, outdated } = registerMarks(known, dayId, marks, now);
      const answer = {
        recorded: marked.map(({ after }) => after.placeId),
        unchanged: [...unchanged],
        outdated: [...outdated],
      };
      if (marked.length === 0) return { parts: [], answer };
      const changes = marked.flatMap(({ before, after, given }) => {
        const instead = before.attendance[dayId]?.mark;
        const entry = { what: "marked", cohortId, dayId, by, at: now, version: before.version + 1, ...given } as const;
        return [participations.replace(before, after), histories.add({ ...entry, ...(instead && { instead }) })];
      });
      const lost = marked.filter(({ before, after }) => hasAttended(cohort, before) && !hasAttended(cohort, after));
      return {
        parts: [
          stays(cohort, dayId),
          ...changes,
          ...(await Promise.all(lost.map(({ before }) => noCertificate.check(before)))),
          record(attendanceRegistered.of({ cohortId, dayId, marks: marked.length })),
        ],
        answer,
      };
    });

  /** The day is in the calendar still, and from now on it stays there. */
  function stays(cohort: Cohort, dayId: string): TransactionPart {
    if (cohort.markedDays.includes(dayId)) return cohorts.unchanged(cohort);
    return cohorts.markedOn(cohort, dayId);
  }
}
