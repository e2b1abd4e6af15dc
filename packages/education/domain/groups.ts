import * as z from "zod";
import { refusal } from "#kernel/domain-error";
import { OfferingId, PlaceId } from "#kernel/ids";
import type { Cohort } from "./cohort.ts";
import type { Participation } from "./participation.ts";

/** That a cohort has learning groups: each change of them is one version on, so that two people don't undo each other's. */
export const GroupsVersion = z.object({ cohortId: OfferingId, version: z.int().min(1) });

/** Where somebody is to be from now on. */
export const Placing = z.strictObject({
  placeId: PlaceId,
  /** From 1; left out: in no group. */
  group: z.int().min(1).optional(),
  /** Has agreed beforehand to lead the group's process, and stays where they are whenever groups are proposed. */
  processLeader: z.boolean().optional(),
});
export type Placing = z.infer<typeof Placing>;

/**
 * Those who are to be in groups: everybody who still takes part. Whose group the cohort has no more, since it was given fewer, is
 * in none.
 */
export function membersOf({ groups }: Pick<Cohort, "groups">, everybody: readonly Participation[]): Participation[] {
  return everybody.flatMap(({ group, ...each }) => {
    if (each.status === "withdrawn") return [];
    return [group !== undefined && group <= groups.count ? { ...each, group } : each];
  });
}

interface Placed {
  readonly before: Participation;
  readonly after: Participation;
}

/**
 * The participations that a placing changes.
 *
 * @throws DomainError `participants-not-in-cohort`, `participant-withdrawn`, `group-unknown`, `group-has-process-leader`
 */
export function placeInGroups(
  { groups }: Pick<Cohort, "groups">,
  everybody: readonly Participation[],
  placings: readonly Placing[],
): Placed[] {
  const byPlace = new Map(everybody.map((each) => [each.placeId, each]));
  const strangers = placings.filter(({ placeId }) => !byPlace.has(placeId)).map(({ placeId }) => placeId);
  if (strangers.length > 0) throw refusal("participants-not-in-cohort", { placeIds: strangers });
  const after = new Map(byPlace);
  for (const { placeId, group, processLeader } of placings) {
    const before = byPlace.get(placeId);
    if (!before) continue;
    if (before.status === "withdrawn") throw refusal("participant-withdrawn", { placeId });
    if (group !== undefined && group > groups.count) throw refusal("group-unknown", { group, groups: groups.count });
    const { group: _group, ...rest } = before;
    after.set(placeId, { ...rest, ...(group && { group }), processLeader: processLeader ?? before.processLeader });
  }
  refuseTwoLeaders([...after.values()]);
  return everybody.flatMap((before) => {
    const now = after.get(before.placeId) ?? before;
    const same = now.group === before.group && now.processLeader === before.processLeader;
    return same ? [] : [{ before, after: now }];
  });
}

function refuseTwoLeaders(everybody: readonly Participation[]): void {
  const leaders = everybody.filter(({ processLeader, group }) => processLeader && group !== undefined);
  for (const [group = 0, led] of Map.groupBy(leaders, (leader) => leader.group)) {
    if (led.length < 2) continue;
    throw refusal("group-has-process-leader", { group, placeIds: led.map(({ placeId }) => placeId) });
  }
}
