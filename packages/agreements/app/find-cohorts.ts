import type { Agreements } from "#agreements/ports/agreements";
import type { Offering } from "#catalogue/ports/for-sale";
import type { Offerings } from "#catalogue/ports/offerings";
import type { Caller } from "#kernel/caller";
import type { Clock, Instant } from "#kernel/clock";
import type { AgreementId } from "#kernel/ids";
import { type CapacityReads, placesLeft } from "#registration/ports/capacity";
import { covers, type Period } from "../domain/period.ts";
import { startOf } from "../domain/seats-of-agreement.ts";
import { findAgreement } from "./find-agreement.ts";

export interface CohortToChoose {
  readonly cohort: Offering;
  /** Places for agreements that a newcomer may have. */
  readonly open: number;
}

export interface FindCohortsPorts {
  readonly clock: Clock;
  readonly agreements: Agreements;
  readonly offerings: Pick<Offerings, "listComing">;
  readonly capacity: CapacityReads;
}

/** A page of all that is to come: a year of the centre's is about a hundred. */
const PAGE = 100;

export type FindCohorts = (agreementId: AgreementId, caller: Caller) => Promise<readonly CohortToChoose[]>;

/**
 * The cohorts a seat of the agreement could be used in now, the first to start first. To choose from: the transaction that
 * takes a seat decides. @throws DomainError `not-found`, also when the agreement isn't the caller's to know of
 */
export function findCohortsUseCase({ clock, agreements, offerings, capacity }: FindCohortsPorts): FindCohorts {
  return async (agreementId, caller) => {
    const { agreement } = await findAgreement(agreements, agreementId, caller);
    const now = clock();
    const cohorts: Offering[] = [];
    let cursor: string | undefined;
    do {
      const page = await offerings.listComing(now, { limit: PAGE, cursor });
      cohorts.push(...page.items.filter((offering) => mayBeChosen(offering, agreement.period, now)));
      cursor = page.cursor;
    } while (cursor);
    const left = await capacity.left(cohorts.map(({ offeringId }) => offeringId));
    return cohorts.flatMap((cohort) => {
      const counters = left.get(cohort.offeringId);
      const ofSeats = cohort.ticketTypes.find(({ who }) => who === "agreement-seats")?.ticketTypeId;
      const { ticketTypes } = placesLeft(cohort, counters ?? {});
      const open = ticketTypes.find(({ ticketTypeId }) => ticketTypeId === ofSeats)?.open ?? 0;
      return open > 0 ? [{ cohort, open }] : [];
    });
  };
}

function mayBeChosen(offering: Offering, period: Period, now: Instant): boolean {
  const startsAt = startOf(offering);
  return (
    offering.kind === "cohort" &&
    offering.ticketTypes.some(({ who }) => who === "agreement-seats") &&
    offering.signUpOpensAt <= now &&
    now < offering.signUpClosesAt &&
    startsAt !== undefined &&
    covers(period, startsAt)
  );
}
