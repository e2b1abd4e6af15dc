import type { OfferingId, PlaceId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Cohort } from "../domain/cohort.ts";
import type { Participation } from "../domain/participation.ts";

export { type Cohort, daysHeld } from "../domain/cohort.ts";
export type { Participation } from "../domain/participation.ts";

/** A participation is known by its cohort and the place it came with. */
export interface ParticipationRef {
  readonly cohortId: OfferingId;
  readonly placeId: PlaceId;
}

/** What other contexts may read of cohorts and those who take part. */
export interface ParticipationReads {
  cohort(cohortId: OfferingId): Promise<Cohort | undefined>;
  get(participation: ParticipationRef): Promise<Participation | undefined>;
  /** Those of them that there are, up to 100 in one request. */
  load(asked: readonly ParticipationRef[]): Promise<readonly Participation[]>;
  /** Everybody who ever took part, also those who withdrew: one request up to about 400. */
  ofCohort(cohortId: OfferingId): Promise<readonly Participation[]>;
}

/** Participations as this context keeps them. */
export interface Participations extends ParticipationReads {
  create(participation: Participation): TransactionPart;
  /** Writes `after`, one version on, if nobody has changed the participation since it was read as `before`; else the command loads again. */
  replace(before: Participation, after: Participation): TransactionPart;
}
