import type { Offering } from "#catalogue/domain/offering";
import type { Stored } from "./stored.ts";

/** Never more confirmed, held or offered places than capacity, in total and per ticket type; counters say the same (rule 1). */
export function brokenCapacity(stored: Stored): string[] {
  return stored.offerings.flatMap((offering) => {
    const counters = stored.capacities.get(offering.offeringId);
    if (!counters) return [];
    return [...tooMany(offering, stored), ...wrongCounters(offering, counters, stored)];
  });
}

function tooMany({ offeringId, capacity, ticketTypes, allotments }: Offering, stored: Stored): string[] {
  const taken = takenIn(offeringId, stored);
  const limits = [
    { of: "in all", limit: capacity, places: taken.length },
    ...ticketTypes.map(({ ticketTypeId, quota = capacity }) => ({
      of: `of ${ticketTypeId}`,
      limit: quota,
      places: taken.filter((each) => each.ticketTypeId === ticketTypeId).length,
    })),
    ...allotments.map(({ allotmentId, places: limit }) => ({
      of: `allotted to ${allotmentId}`,
      limit,
      places: taken.filter((each) => each.allotmentId === allotmentId).length,
    })),
  ];
  return limits
    .filter(({ limit, places }) => places > limit)
    .map(({ of, limit, places }) => `${offeringId} has ${places} places taken ${of}, and ${limit} to take`);
}

/** Counts the rows anew, without the product's own arithmetic, and compares with what the counters have come to. */
function wrongCounters(offering: Offering, counters: Readonly<Record<string, number>>, stored: Stored): string[] {
  const { offeringId, capacity, ticketTypes, allotments, status, version } = offering;
  const taken = takenIn(offeringId, stored);
  const waiting = stored.entries.filter((entry) => entry.offeringId === offeringId && entry.status === "waiting");
  const allotted = (ticketTypeId?: string) =>
    allotments
      .filter((each) => ticketTypeId === undefined || each.ticketTypeId === ticketTypeId)
      .reduce((sum, { places }) => sum + places, 0);
  const takenOfAll = taken.filter(({ allotmentId }) => !allotmentId);
  const free = capacity - allotted() - takenOfAll.length;
  const expected: Record<string, number> = {
    free,
    open: free - waiting.length,
    waiting: waiting.length,
    cancelled: status === "cancelled" ? 1 : 0,
    // No place is taken of what is cancelled, by whatever terms.
    terms: status === "cancelled" ? (counters["terms"] ?? 0) : version,
  };
  for (const { ticketTypeId, quota = capacity } of ticketTypes) {
    const ofType = (each: { ticketTypeId: string }) => each.ticketTypeId === ticketTypeId;
    const freeOfType = quota - allotted(ticketTypeId) - takenOfAll.filter(ofType).length;
    expected[`free:${ticketTypeId}`] = freeOfType;
    expected[`open:${ticketTypeId}`] = freeOfType - waiting.filter(ofType).length;
  }
  for (const { allotmentId, places } of allotments) {
    expected[`allotted:${allotmentId}`] = places - taken.filter((each) => each.allotmentId === allotmentId).length;
  }
  return [...new Set([...Object.keys(expected), ...Object.keys(counters)])]
    .filter((name) => (counters[name] ?? 0) !== (expected[name] ?? 0))
    .map((name) => `${offeringId} counts ${counters[name]} ${name}, and its rows ${expected[name]}`);
}

/** Places that somebody has, or is offered. */
function takenIn(offeringId: string, { places, entries }: Stored) {
  const held = places.filter((place) => place.offeringId === offeringId && place.status !== "cancelled");
  const offered = entries.filter((entry) => entry.offeringId === offeringId && entry.status === "offered");
  return [
    ...held.map(({ ticketTypeId, allotmentId }) => ({ ticketTypeId, allotmentId })),
    ...offered.map(({ ticketTypeId }) => ({ ticketTypeId, allotmentId: undefined })),
  ];
}
