import * as z from "zod";
import { earlier, Instant } from "#kernel/clock";
import { TextLine } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { PlaceId } from "#kernel/ids";
import { norwegianDay } from "#kernel/norwegian-time";
import { type Cohort, type CourseDay, daysHeld } from "./cohort.ts";
import { Mark, type Participation } from "./participation.ts";

/** How one participant's day was, as a course leader saw it. */
export const MarkGiven = z.strictObject({
  placeId: PlaceId,
  mark: Mark,
  /** When it was seen, by the clock of whoever saw it: a phone without a connection sends it later. */
  markedAt: Instant,
  /** Why a mark that stands is changed. */
  reason: TextLine.optional(),
});
export type MarkGiven = z.infer<typeof MarkGiven>;

/** A participation with another mark than before. */
interface Marked {
  readonly before: Participation;
  readonly after: Participation;
  readonly given: MarkGiven;
}

export interface Registered {
  readonly marked: readonly Marked[];
  /** Marks that stand already. */
  readonly unchanged: readonly PlaceId[];
  /** Marks that are older than what stands, which they leave as it is. */
  readonly outdated: readonly PlaceId[];
}

/**
 * The day as it is to be marked on.
 *
 * @throws DomainError `not-found`, `course-day-called-off`, `course-day-not-yet`
 */
export function dayToMark({ gatherings }: Pick<Cohort, "gatherings">, dayId: string, now: Instant): CourseDay {
  const day = gatherings.flatMap(({ days }) => days).find((each) => each.dayId === dayId);
  if (!day) throw refusal("not-found", {});
  if (!daysHeld({ gatherings }).includes(day)) throw refusal("course-day-called-off", { dayId });
  const { startsAt } = day;
  if (norwegianDay(startsAt) > norwegianDay(now)) throw refusal("course-day-not-yet", { dayId, startsAt });
  return day;
}

/**
 * Marks for one day. The newest sight wins, whichever arrives last; the same mark again changes nothing. A phone's clock may
 * be ahead: nothing is seen later than it arrives, or it could never be corrected.
 *
 * @throws DomainError `participants-not-in-cohort`, `participant-withdrawn`, `correction-needs-reason`, each before anything is
 *   done
 */
export function registerMarks(
  participations: readonly Participation[],
  dayId: string,
  given: readonly MarkGiven[],
  now: Instant,
): Registered {
  const byPlace = new Map(participations.map((each) => [each.placeId, each]));
  const strangers = given.filter(({ placeId }) => !byPlace.has(placeId)).map(({ placeId }) => placeId);
  if (strangers.length > 0) throw refusal("participants-not-in-cohort", { placeIds: strangers });
  const [marked, unchanged, outdated, unexplained]: [Marked[], PlaceId[], PlaceId[], PlaceId[]] = [[], [], [], []];
  for (const each of given) {
    const before = byPlace.get(each.placeId);
    if (!before) continue;
    const { placeId, mark, reason } = each;
    if (before.status === "withdrawn") throw refusal("participant-withdrawn", { placeId });
    const markedAt = earlier(each.markedAt, now);
    const stands = before.attendance[dayId];
    if (stands && markedAt <= stands.markedAt) (stands.mark === mark ? unchanged : outdated).push(placeId);
    else if (stands && stands.mark !== mark && !reason) unexplained.push(placeId);
    else {
      const attendance = { ...before.attendance, [dayId]: { mark, markedAt } };
      marked.push({ before, after: { ...before, attendance }, given: { ...each, markedAt } });
    }
  }
  if (unexplained.length > 0) throw refusal("correction-needs-reason", { placeIds: unexplained });
  return { marked, unchanged, outdated };
}
