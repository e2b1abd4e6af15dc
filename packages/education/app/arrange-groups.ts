import * as z from "zod";
import type { Cohorts } from "#education/ports/cohorts";
import type { Groups } from "#education/ports/groups";
import type { Participation, Participations } from "#education/ports/participations";
import { refusal } from "#kernel/domain-error";
import type { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { membersOf, Placing, placeInGroups } from "../domain/groups.ts";
import { type GroupsReport, reportOf } from "../domain/groups-report.ts";
import { type GroupsAsked, proposeGroups } from "../domain/propose-groups.ts";
import { rebalanceGroups } from "../domain/rebalance-groups.ts";

/** Each is a row in one transaction, which has at most 100 actions. */
const MOST_PLACINGS = 90;

export const PlacingsGiven = z.strictObject({
  /** The version of the groups that was seen. */
  version: z.int().min(0),
  placings: z.array(Placing).min(1).max(MOST_PLACINGS),
});

export const PlacedAnswer = z.object({ version: z.int().min(0), changed: z.int().min(0) });

/** Learning groups as they are or could be, with who would move. */
export interface GroupsSeen {
  readonly version: number;
  readonly members: readonly Participation[];
  readonly report: GroupsReport;
  /** Who would be in another group than now, or in one for the first time. */
  readonly moves: readonly z.infer<typeof Placing>[];
}

export interface ArrangeGroups {
  get(cohortId: OfferingId): Promise<GroupsSeen>;
  /** Groups from the ground up; nothing is written. Process leaders stay where they are. */
  propose(cohortId: OfferingId, asked: Pick<GroupsAsked, "fill" | "seed">): Promise<GroupsSeen>;
  /** As few moves as even the groups out, `moves` at most; nothing is written. */
  rebalance(cohortId: OfferingId, moves: number): Promise<GroupsSeen>;
  /**
   * Moves people, and says who leads a process: as they are told, or not at all.
   *
   * @throws DomainError `changed-meanwhile`, `participants-not-in-cohort`, `participant-withdrawn`, `group-unknown`,
   *   `group-has-process-leader`
   */
  place(
    origin: Origin,
    cohortId: OfferingId,
    given: z.infer<typeof PlacingsGiven>,
  ): Promise<z.infer<typeof PlacedAnswer>>;
}

export interface ArrangeGroupsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly cohorts: Pick<Cohorts, "get">;
  readonly participations: Pick<Participations, "ofCohort" | "replace">;
  readonly groups: Groups;
}

/** A cohort's learning groups. Each throws `not-found`. */
export function arrangeGroupsUseCase({
  unitOfWork,
  cohorts,
  participations,
  groups,
}: ArrangeGroupsPorts): ArrangeGroups {
  async function load(cohortId: OfferingId) {
    // The version first: whoever changes groups between the two reads is noticed by it.
    const [cohort, version] = await Promise.all([cohorts.get(cohortId), groups.version(cohortId)]);
    if (!cohort) throw refusal("not-found", {});
    return { cohort, version, everybody: await participations.ofCohort(cohortId) };
  }

  async function seen(
    cohortId: OfferingId,
    assign: (
      members: readonly Participation[],
      asked: { readonly count: number; readonly size: number },
    ) => readonly (number | undefined)[],
  ): Promise<GroupsSeen> {
    const { cohort, version, everybody } = await load(cohortId);
    const members = membersOf(cohort, everybody);
    const assigned = assign(members, cohort.groups);
    const moves = members.flatMap(({ placeId, group: now }, index) => {
      const group = assigned[index];
      return group === now ? [] : [{ placeId, ...(group && { group }) }];
    });
    return { version, members, report: reportOf(members, cohort.groups.count, assigned), moves };
  }

  return {
    get: (cohortId) => seen(cohortId, (members) => members.map(({ group }) => group)),
    propose: (cohortId, asked) => seen(cohortId, (members, shape) => proposeGroups(members, { ...shape, ...asked })),
    rebalance: (cohortId, moves) => seen(cohortId, (members, { count }) => rebalanceGroups(members, count, moves)),
    place: (origin, cohortId, { version, placings }) =>
      unitOfWork.run(origin, PlacedAnswer, async () => {
        const { cohort, version: now, everybody } = await load(cohortId);
        if (now !== version) throw refusal("changed-meanwhile", { version: now });
        const placed = placeInGroups(cohort, everybody, placings);
        if (placed.length === 0) return { parts: [], answer: { version, changed: 0 } };
        const changes = placed.map(({ before, after }) => participations.replace(before, after));
        return {
          parts: [groups.changed(cohortId, version), ...changes],
          answer: { version: version + 1, changed: placed.length },
        };
      }),
  };
}
