import type { ParticipationRef } from "#education/ports/participations";
import type { OfferingId } from "#kernel/ids";

const partition = (cohortId: OfferingId) => `COHORT#${cohortId}`;

export const cohortKey = (cohortId: OfferingId) => ({ pk: partition(cohortId), sk: "COHORT" });

export const PARTICIPANT = "PARTICIPANT#";
export const participationKey = ({ cohortId, placeId }: ParticipationRef) => ({
  pk: partition(cohortId),
  sk: `${PARTICIPANT}${placeId}`,
});
