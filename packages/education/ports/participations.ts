import type { OfferingId, PlaceId } from "#kernel/ids";
import type { Cohort } from "../domain/cohort.ts";
import type { Participation } from "../domain/participation.ts";

export type { Cohort } from "../domain/cohort.ts";
export { maySeeParticipation, type Participation } from "../domain/participation.ts";

/** A participation is known by its cohort and the place it came with. */
export interface ParticipationRef {
  readonly cohortId: OfferingId;
  readonly placeId: PlaceId;
}

/** What other contexts may read of cohorts and those who take part. */
export interface ParticipationReads {
  cohort(cohortId: OfferingId): Promise<Cohort | undefined>;
  get(participation: ParticipationRef): Promise<Participation | undefined>;
  /** Everybody who ever took part, also those who withdrew: one request up to about 400. */
  ofCohort(cohortId: OfferingId): Promise<readonly Participation[]>;
}
