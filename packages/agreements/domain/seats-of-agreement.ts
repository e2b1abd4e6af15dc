import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { OfferingId } from "#kernel/ids";
import { norwegianDay } from "#kernel/norwegian-time";
import type { Agreement } from "./agreement.ts";
import { covers } from "./period.ts";
import type { Seat } from "./seat.ts";

/** When a cohort begins; a catalogue's offering has all of it. */
export interface CohortStart {
  readonly offeringId: OfferingId;
  readonly sessions: readonly { readonly startsAt: Instant }[];
}

/** A cohort's first day, by its first session. */
export function startOf({ sessions }: CohortStart): Instant | undefined {
  return sessions[0]?.startsAt;
}

/**
 * Holds a cohort's start against an agreement's period (rule 2).
 *
 * @throws DomainError `seat-outside-period`
 */
export function refuseOutsidePeriod(
  { agreementId, period }: Pick<Agreement, "agreementId" | "period">,
  cohort: CohortStart,
): void {
  const startsAt = startOf(cohort);
  if (startsAt && covers(period, startsAt)) return;
  const { offeringId } = cohort;
  throw refusal("seat-outside-period", {
    agreementId,
    offeringId,
    startsOn: startsAt ? norwegianDay(startsAt) : "",
    ...period,
  });
}

/**
 * Holds the seats that are used against an agreement as it would be: all of them when they are more than it would have,
 * else those in cohorts that would start outside its period (rule 2).
 *
 * @throws DomainError `seats-would-break-agreement` with the seats
 */
export function refuseIfBroken(
  { agreementId, seats: quota, period }: Pick<Agreement, "agreementId" | "seats" | "period">,
  used: readonly Seat[],
  cohorts: ReadonlyMap<OfferingId, CohortStart>,
): void {
  const starts = (seat: Seat) => {
    const cohort = cohorts.get(seat.cohortId);
    return cohort && startOf(cohort);
  };
  const outside = used.filter((seat) => {
    const startsAt = starts(seat);
    return !startsAt || !covers(period, startsAt);
  });
  const broken = used.length > quota ? used : outside;
  if (broken.length === 0) return;
  throw refusal("seats-would-break-agreement", {
    seats: broken.map((seat) => {
      const startsAt = starts(seat);
      return {
        seatId: seat.seatId,
        agreementId,
        offeringId: seat.cohortId,
        startsOn: startsAt ? norwegianDay(startsAt) : "",
      };
    }),
  });
}
