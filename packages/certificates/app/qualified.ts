import { type Eligibility, eligibilityOf } from "#education/ports/grounds";
import type { Cohort, Participation } from "#education/ports/participations";
import type { PlaceId } from "#kernel/ids";
import type { Held } from "../domain/certificate.ts";

/** Somebody who has earned a certificate, and what it stands on. */
export interface Qualified {
  readonly participation: Participation;
  readonly eligibility: Extract<Eligibility, { eligible: true }>;
}

/** Those of a cohort who have earned a certificate (rule 5), in a fixed order. */
export function qualifiedIn(cohort: Cohort, everybody: readonly Participation[]): Qualified[] {
  const active = everybody.filter(({ status }) => status === "active");
  return everybody
    .flatMap((participation) => {
      const eligibility = eligibilityOf(cohort, participation, active);
      return eligibility.eligible ? [{ participation, eligibility }] : [];
    })
    .sort((a, b) => (a.participation.placeId < b.participation.placeId ? -1 : 1));
}

/**
 * Who of them is to get a certificate now. Whoever has been given one is left out, also when it was revoked since: such
 * a one gets another only by name.
 */
export function toBeIssued(
  qualified: readonly Qualified[],
  held: ReadonlyMap<PlaceId, Held>,
  named: readonly PlaceId[] | undefined,
): Qualified[] {
  return qualified.filter(({ participation: { placeId } }) => {
    const before = held.get(placeId);
    return named ? named.includes(placeId) && !before?.valid : !before;
  });
}
