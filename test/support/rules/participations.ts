import type { Stored } from "./stored.ts";

/**
 * At rest, each confirmed place in a cohort that has a name with an address has its participation, of that participant; one
 * that is cancelled has none that is active. Groups have at most one process leader, and nobody who has left. Days with marks
 * are days that the calendar knows to be marked.
 */
export function brokenParticipations({ cohorts, participations, places }: Stored): string[] {
  const known = new Set(cohorts.map(({ cohortId }) => cohortId));
  const byPlace = new Map(participations.map((each) => [each.placeId, each]));
  const marked = new Map(cohorts.map(({ cohortId, markedDays }) => [cohortId, markedDays]));
  const led = Map.groupBy(
    participations.filter(({ processLeader, group }) => processLeader && group !== undefined),
    ({ cohortId, group }) => `${cohortId} ${group}`,
  );
  return [
    ...places
      .filter(({ offeringId }) => known.has(offeringId))
      .flatMap(({ placeId, status, participant }) => {
        const found = byPlace.get(placeId);
        const named = status === "confirmed" && participant?.email !== undefined;
        if (named && !found) return [`${placeId} is confirmed and named, and has no participation`];
        if (named && found?.email !== participant.email) return [`the participation of ${placeId} is somebody else's`];
        if (status === "cancelled" && found?.status === "active") return [`${placeId} is cancelled, and takes part`];
        return [];
      }),
    ...participations
      .filter(({ status, group }) => status === "withdrawn" && group !== undefined)
      .map(({ placeId }) => `${placeId} has left, and is in a group`),
    ...[...led].filter(([, leaders]) => leaders.length > 1).map(([group]) => `group ${group} has two process leaders`),
    ...participations.flatMap(({ cohortId, placeId, attendance }) =>
      Object.keys(attendance)
        .filter((dayId) => !marked.get(cohortId)?.includes(dayId))
        .map((dayId) => `${placeId} is marked on ${dayId}, which its cohort doesn't know of`),
    ),
  ];
}
