import type { CountedParticipation } from "#education/ports/recount";
import type { Instant } from "#kernel/clock";
import type { PlaceId } from "#kernel/ids";
import { participantNamed } from "#registration/events/participant-named";
import type { CountedPlace } from "#registration/ports/recount";
import { restore } from "../mending.ts";
import type { Check, Finding, Recount } from "../recount.ts";

const REDRIVE = "Look into education's dead-letter queue: the event that tells of it may lie there, to be sent again.";

/**
 * Each confirmed place in a cohort that has a name with an address has its participation, of that participant; one that is
 * cancelled has none that is active. Groups have at most one process leader, and nobody who has left. Days with marks are
 * days that the calendar knows to be marked.
 */
export const participationsCheck: Check = {
  rule: "participations",
  find(recount, judged) {
    const cohorts = new Map(recount.of("cohort").map((cohort) => [cohort.cohortId, cohort]));
    const participations = recount.of("participation");
    const byPlace = new Map(participations.map((each) => [each.placeId, each]));
    const dueSince = dueOf(recount);
    return [
      ...recount
        .of("place")
        .filter(({ offeringId, placeId }) => cohorts.has(offeringId) && dueSince(placeId) <= judged.until)
        .flatMap((place) => wrongFor(place, byPlace.get(place.placeId))),
      ...participations
        .filter(({ status, group }) => status === "withdrawn" && group !== undefined)
        .map((row) => ({
          says: `${row.placeId} has left, and is in a group`,
          mend: "By PUT /cohorts/{cohortId}/groups.",
          rows: [row],
        })),
      ...twoLeaders(participations),
      ...participations.flatMap((row) => {
        const cohort = cohorts.get(row.cohortId);
        return row.marks
          .filter(([dayId]) => !cohort?.markedDays.includes(dayId))
          .map(([dayId]) => ({
            says: `${row.placeId} is marked on ${dayId}, which its cohort doesn't know of`,
            mend: "By POST /cohorts/{cohortId}/days/{dayId}/attendance, once more.",
            rows: cohort ? [row, cohort] : [row],
          }));
      }),
    ];
  },
};

function wrongFor(place: CountedPlace, found: CountedParticipation | undefined): Finding[] {
  const { placeId, status, address } = place;
  const rows = found ? [place, found] : [place];
  if (status === "confirmed" && address !== undefined) {
    if (!found) return [{ says: `${placeId} is confirmed and named, and has no participation`, mend: REDRIVE, rows }];
    if (found.address !== undefined && found.address !== address)
      return [{ says: `the participation of ${placeId} is somebody else's`, mend: REDRIVE, rows }];
  }
  if (status === "cancelled" && found?.status === "active")
    return [{ says: `${placeId} is cancelled, and takes part`, mend: REDRIVE, rows }];
  return [];
}

/** Since when education owes a place its participation: when its order changed, or its participant was named, last. */
function dueOf(recount: Recount): (placeId: PlaceId) => string {
  const due = new Map<PlaceId, Instant>();
  const later = (placeId: PlaceId, at: Instant) => {
    if (at > (due.get(placeId) ?? "")) due.set(placeId, at);
  };
  for (const { places, changedAt } of recount.of("order")) {
    for (const { placeId } of places) later(placeId, changedAt);
  }
  for (const { type, data, occurredAt } of recount.of("fact")) {
    if (type === participantNamed.type) later(participantNamed.data.parse(data).placeId, occurredAt);
  }
  return (placeId) => due.get(placeId) ?? "";
}

function twoLeaders(participations: readonly CountedParticipation[]): Finding[] {
  const led = Map.groupBy(
    participations.filter(({ processLeader, group }) => processLeader && group !== undefined),
    ({ cohortId, group }) => `${cohortId} ${group}`,
  );
  return [...led]
    .filter(([, leaders]) => leaders.length > 1)
    .map(([group, rows]) => ({
      says: `group ${group} has ${rows.length} process leaders`,
      mend: restore("who leads it"),
      rows,
    }));
}
