import type { OfferingEdits } from "#catalogue/ports/offering-edits";
import type { Cohorts } from "#education/ports/cohorts";
import type { Histories } from "#education/ports/histories";
import type { Participation, ParticipationReads, ParticipationRef } from "#education/ports/participations";
import { refusal } from "#kernel/domain-error";
import type { OfferingId } from "#kernel/ids";
import type { Cohort } from "../domain/cohort.ts";
import type { HistoryEntry } from "../domain/history.ts";
import type { CohortAnswer } from "./change-cohort.ts";

const PAGE = 50;

export interface ReadCohorts {
  list(cursor?: string): ReturnType<Cohorts["list"]>;
  /** @throws DomainError `not-found` */
  get(cohortId: OfferingId): Promise<CohortAnswer>;
  /**
   * The cohort, and everybody who ever took part.
   *
   * @throws DomainError `not-found`
   */
  everybody(cohortId: OfferingId): Promise<{ readonly cohort: Cohort; readonly everybody: readonly Participation[] }>;
  /** What was done to a participation, the oldest first. */
  history(participation: ParticipationRef): Promise<readonly HistoryEntry[]>;
}

/** Cohorts and who is in them, for the centre's people. */
export function readCohortsUseCase(ports: {
  readonly cohorts: Cohorts;
  readonly participations: Pick<ParticipationReads, "ofCohort">;
  readonly offeringEdits: Pick<OfferingEdits, "get">;
  readonly histories: Pick<Histories, "of">;
}): ReadCohorts {
  const { cohorts, participations, offeringEdits, histories } = ports;
  return {
    list: (cursor) => cohorts.list({ limit: PAGE, cursor }),
    async get(cohortId) {
      const [cohort, offering] = await Promise.all([cohorts.get(cohortId), offeringEdits.get(cohortId)]);
      if (!cohort || !offering) throw refusal("not-found", {});
      return { ...cohort, offering };
    },
    async everybody(cohortId) {
      const [cohort, everybody] = await Promise.all([cohorts.get(cohortId), participations.ofCohort(cohortId)]);
      if (!cohort) throw refusal("not-found", {});
      return { cohort, everybody };
    },
    history: (participation) => histories.of(participation),
  };
}
