import type { ParticipationRef } from "#education/ports/participations";
import type { OfferingId } from "#kernel/ids";

const partition = (cohortId: OfferingId) => `COHORT#${cohortId}`;

export const cohortKey = (cohortId: OfferingId) => ({ pk: partition(cohortId), sk: "COHORT" });

export const PARTICIPANT = "PARTICIPANT#";
export const participationKey = ({ cohortId, placeId }: ParticipationRef) => ({
  pk: partition(cohortId),
  sk: `${PARTICIPANT}${placeId}`,
});

/** What was done to a participation, in order. */
export const historyOf = ({ cohortId, placeId }: ParticipationRef) => ({
  pk: partition(cohortId),
  prefix: `HISTORY#${placeId}#`,
});
export const historyKey = (entry: ParticipationRef & { readonly version: number }) => {
  const { pk, prefix } = historyOf(entry);
  return { pk, sk: `${prefix}${String(entry.version).padStart(6, "0")}` };
};

export const groupsKey = (cohortId: OfferingId) => ({ pk: partition(cohortId), sk: "GROUPS" });
