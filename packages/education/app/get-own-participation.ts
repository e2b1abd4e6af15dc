import type { ParticipationReads, ParticipationRef } from "#education/ports/participations";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { type CanMiss, canMiss } from "../domain/can-miss.ts";
import type { Cohort } from "../domain/cohort.ts";
import { type Attendance, attendanceOf } from "../domain/eligibility.ts";
import { maySeeParticipation, type Participation } from "../domain/participation.ts";

/** All that somebody's own page tells of their year. */
export interface OwnParticipation {
  readonly cohort: Cohort;
  readonly participation: Participation;
  readonly attendance: Attendance;
  readonly canMiss: CanMiss;
  /** First names of the others in the learning group, in order of the alphabet. */
  readonly companions: readonly string[];
}

/** @throws DomainError `not-found`, also for what isn't the caller's to know of */
export type GetOwnParticipation = (asked: ParticipationRef, caller: Caller) => Promise<OwnParticipation>;

export function getOwnParticipationUseCase({
  participations,
}: {
  readonly participations: Pick<ParticipationReads, "cohort" | "get" | "ofCohort">;
}): GetOwnParticipation {
  return async (asked, caller) => {
    const [cohort, participation] = await Promise.all([
      participations.cohort(asked.cohortId),
      participations.get(asked),
    ]);
    if (!cohort || !participation || !maySeeParticipation(participation, caller)) throw refusal("not-found", {});
    const { group } = participation;
    const everybody = group === undefined ? [] : await participations.ofCohort(asked.cohortId);
    const companions = everybody
      .filter((each) => each.group === group && each.placeId !== asked.placeId)
      .map(({ name }) => name.split(" ")[0] ?? name)
      .sort((one, other) => one.localeCompare(other, "nb"));
    return {
      cohort,
      participation,
      attendance: attendanceOf(cohort, participation),
      canMiss: canMiss(cohort, participation),
      companions,
    };
  };
}
