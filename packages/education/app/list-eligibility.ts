import type { Participation, ParticipationReads } from "#education/ports/participations";
import { refusal } from "#kernel/domain-error";
import type { OfferingId } from "#kernel/ids";
import { type Eligibility, eligibilityOf } from "../domain/eligibility.ts";

export interface Listed {
  readonly participation: Participation;
  readonly eligibility: Eligibility;
}

/** @throws DomainError `not-found` */
export type ListEligibility = (cohortId: OfferingId) => Promise<readonly Listed[]>;

/** Who qualifies for a certificate and who doesn't: two requests, however many take part (up to about 400). */
export function listEligibilityUseCase({
  participations,
}: {
  readonly participations: Pick<ParticipationReads, "cohort" | "ofCohort">;
}): ListEligibility {
  return async (cohortId) => {
    const [cohort, everybody] = await Promise.all([participations.cohort(cohortId), participations.ofCohort(cohortId)]);
    if (!cohort) throw refusal("not-found", {});
    const active = everybody.filter(({ status }) => status === "active");
    return everybody.map((participation) => ({
      participation,
      eligibility: eligibilityOf(cohort, participation, active),
    }));
  };
}
