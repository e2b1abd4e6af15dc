import type { CountedOffering } from "#catalogue/ports/recount";
import type { AllotmentId, TicketTypeId } from "#kernel/ids";
import type { CountedCapacity, CountedEntry, CountedPlace } from "#registration/ports/recount";
import { restore, setCounter } from "../mending.ts";
import type { Check, Finding } from "../recount.ts";

interface Taken {
  readonly ticketTypeId: TicketTypeId;
  readonly allotmentId?: AllotmentId | undefined;
}

interface Offered {
  readonly offering: CountedOffering;
  readonly capacity: CountedCapacity | undefined;
  readonly places: readonly CountedPlace[];
  readonly entries: readonly CountedEntry[];
}

/** Never more confirmed, held or offered places than capacity, in total and per ticket type; counters say the same (rule 1). */
export const capacityCheck: Check = {
  rule: "capacity",
  find(recount) {
    const capacities = new Map(recount.of("capacity").map((each) => [each.offeringId, each]));
    const places = Map.groupBy(recount.of("place"), ({ offeringId }) => offeringId);
    const entries = Map.groupBy(recount.of("entry"), ({ offeringId }) => offeringId);
    const offerings = recount.of("offering");
    const known = new Set(offerings.map(({ offeringId }) => offeringId));
    return [
      ...offerings.flatMap((offering) => {
        const { offeringId } = offering;
        const of = { offering, capacity: capacities.get(offeringId), places: places.get(offeringId) ?? [] };
        return wrongIn({ ...of, entries: entries.get(offeringId) ?? [] });
      }),
      ...[...capacities.values()]
        .filter(({ offeringId }) => !known.has(offeringId))
        .map((row) => ({ says: `${row.offeringId} has counters, and no row`, mend: restore("it"), rows: [row] })),
    ];
  },
};

function wrongIn(offered: Offered): Finding[] {
  const { offering, capacity, places, entries } = offered;
  if (!capacity) {
    if (offering.status !== "published") return [];
    return [{ says: `${offering.offeringId} has no counters`, mend: restore("its opening"), rows: [offering] }];
  }
  const from = [offering, capacity, ...places, ...entries];
  const finding = (says: string, mend: string): Finding => ({ says, mend, rows: [capacity, offering], from });
  return [
    ...tooMany(offered).map((says) =>
      finding(
        says,
        "More room by PUT /offerings/{offeringId}, or fewer places by POST /orders/{orderNumber}/cancellations",
      ),
    ),
    ...wrongCounters(offered, capacity).map(({ counter, found, expected }) =>
      finding(
        `${offering.offeringId} counts ${found} ${counter}, and its rows ${expected}`,
        setCounter(capacity, counter, found, expected),
      ),
    ),
  ];
}

function tooMany(offered: Offered): string[] {
  const { offeringId, capacity, ticketTypes, allotments } = offered.offering;
  const taken = takenIn(offered);
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

/** Counts the rows anew, without registration's own arithmetic. */
function wrongCounters(offered: Offered, { counters }: CountedCapacity) {
  const expected = expectedCounters(offered, counters);
  return [...new Set([...expected.keys(), ...Object.keys(counters)])]
    .map((counter) => ({ counter, found: counters[counter], expected: expected.get(counter) ?? 0 }))
    .filter((each) => (each.found ?? 0) !== each.expected);
}

function expectedCounters(offered: Offered, counters: CountedCapacity["counters"]): ReadonlyMap<string, number> {
  const { capacity, ticketTypes, allotments, status, version } = offered.offering;
  const taken = takenIn(offered);
  const waiting = offered.entries.filter((entry) => entry.status === "waiting");
  const allotted = (ticketTypeId?: TicketTypeId) =>
    allotments
      .filter((each) => ticketTypeId === undefined || each.ticketTypeId === ticketTypeId)
      .reduce((sum, { places }) => sum + places, 0);
  const takenOfAll = taken.filter(({ allotmentId }) => !allotmentId);
  const free = capacity - allotted() - takenOfAll.length;
  const expected = new Map([
    ["free", free],
    ["open", free - waiting.length],
    ["waiting", waiting.length],
    ["cancelled", status === "cancelled" ? 1 : 0],
    // No place is taken of what is cancelled, by whatever terms.
    ["terms", status === "cancelled" ? (counters["terms"] ?? 0) : version],
  ]);
  for (const { ticketTypeId, quota = capacity } of ticketTypes) {
    const ofType = (each: Taken) => each.ticketTypeId === ticketTypeId;
    const freeOfType = quota - allotted(ticketTypeId) - takenOfAll.filter(ofType).length;
    expected.set(`free:${ticketTypeId}`, freeOfType);
    expected.set(`open:${ticketTypeId}`, freeOfType - waiting.filter(ofType).length);
  }
  for (const { allotmentId, places } of allotments) {
    expected.set(`allotted:${allotmentId}`, places - taken.filter((each) => each.allotmentId === allotmentId).length);
  }
  return expected;
}

/** Places that somebody has, or is offered. */
function takenIn({ places, entries }: Offered): Taken[] {
  return [
    ...places.filter(({ status }) => status !== "cancelled"),
    ...entries.filter(({ status }) => status === "offered").map(({ ticketTypeId }) => ({ ticketTypeId })),
  ];
}
