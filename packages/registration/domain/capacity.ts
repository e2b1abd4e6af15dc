import type { AllotmentId, TicketTypeId } from "#kernel/ids";

/**
 * An offering's counters, all on one item. `free`: places nobody has. `open`: free places less those who wait in line,
 * so what a newcomer may take; it is below zero while the line is longer than what is free. Both in all and per ticket
 * type, since a place takes from both (rule 1). An allotment's places are in neither: they have a counter of their own.
 */
export const FREE = "free";
export const OPEN = "open";
export const WAITING = "waiting";
export const freeOf = (ticketTypeId: TicketTypeId) => `free:${ticketTypeId}`;
export const openOf = (ticketTypeId: TicketTypeId) => `open:${ticketTypeId}`;
export const freeOfAllotment = (allotmentId: AllotmentId) => `allotted:${allotmentId}`;

/** 0, or 1 once the offering is cancelled: then no place is taken any more. */
export const CANCELLED = "cancelled";

/** The version of the offering's terms that may be signed up for; beside the counters, so that taking a place checks it. */
export const TERMS = "terms";

/** What is left of an offering, by the names of its counters. */
export type CapacityLeft = Readonly<Record<string, number>>;

/** What the counters are made of: an offering's limits. */
export interface Limits {
  readonly version: number;
  readonly capacity: number;
  readonly ticketTypes: readonly { readonly ticketTypeId: TicketTypeId; readonly quota?: number | undefined }[];
  readonly allotments: readonly {
    readonly allotmentId: AllotmentId;
    readonly ticketTypeId: TicketTypeId;
    readonly places: number;
  }[];
}

/** The counters of an offering that nobody has signed up for yet. A type without a quota may fill the whole offering. */
export function countersOf(limits: Limits): Record<string, number> {
  const allotted = placesOf(limits.allotments);
  const counters: Record<string, number> = {
    [FREE]: limits.capacity - allotted,
    [OPEN]: limits.capacity - allotted,
    [WAITING]: 0,
    [CANCELLED]: 0,
    [TERMS]: limits.version,
  };
  for (const { ticketTypeId, quota } of limits.ticketTypes) {
    const ofType = limits.allotments.filter((allotment) => allotment.ticketTypeId === ticketTypeId);
    const free = (quota ?? limits.capacity) - placesOf(ofType);
    counters[freeOf(ticketTypeId)] = free;
    counters[openOf(ticketTypeId)] = free;
  }
  for (const { allotmentId, places } of limits.allotments) counters[freeOfAllotment(allotmentId)] = places;
  return counters;
}

/** How the counters change when the limits do: by so much each. */
export function counterChanges(before: Limits, after: Limits): Record<string, number> {
  const from = countersOf(before);
  const to = countersOf(after);
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return Object.fromEntries(names.map((name) => [name, (to[name] ?? 0) - (from[name] ?? 0)]));
}

/** A limit that would be below what is taken under it. */
export interface LimitBelowTaken {
  /** `capacity`, or the id of the ticket type or the allotment whose limit it is. */
  readonly limit: string;
  /** Places taken or set aside under it: the least it can be. */
  readonly taken: number;
  readonly ticketTypeId?: TicketTypeId;
  readonly allotmentId?: AllotmentId;
}

/** The first limit that lowering would put below what is taken; undefined when there is room for everybody. */
export function limitBelowTaken(before: Limits, after: Limits, left: CapacityLeft): LimitBelowTaken | undefined {
  const had = countersOf(before);
  const gets = countersOf(after);
  const taken = (counter: string) => (had[counter] ?? 0) - (left[counter] ?? 0);
  const short = (counter: string) => taken(counter) > Math.max(0, gets[counter] ?? 0);
  for (const { allotmentId } of before.allotments) {
    const counter = freeOfAllotment(allotmentId);
    if (short(counter)) return { limit: allotmentId, taken: taken(counter), allotmentId };
  }
  for (const { ticketTypeId, quota } of after.ticketTypes) {
    const counter = freeOf(ticketTypeId);
    // A type without a quota is bounded by the capacity, which comes last.
    if (quota === undefined || !short(counter)) continue;
    const allotted = placesOf(after.allotments.filter((allotment) => allotment.ticketTypeId === ticketTypeId));
    return { limit: ticketTypeId, taken: taken(counter) + allotted, ticketTypeId };
  }
  if (short(FREE)) return { limit: "capacity", taken: taken(FREE) + placesOf(after.allotments) };
  return undefined;
}

function placesOf(allotments: Limits["allotments"]): number {
  return allotments.reduce((total, { places }) => total + places, 0);
}

/** What is left of an offering, in all, per ticket type and per allotment. */
export interface PlacesLeft {
  /** Places nobody has, allotted ones apart. */
  readonly free: number;
  /** Of those, what a newcomer may take: who waits in line comes first. */
  readonly open: number;
  readonly waiting: number;
  readonly ticketTypes: readonly {
    readonly ticketTypeId: TicketTypeId;
    readonly free: number;
    readonly open: number;
  }[];
  readonly allotments: readonly { readonly allotmentId: AllotmentId; readonly free: number }[];
}

/** Reads the counters: a place of a type takes from the type's and from the offering's, so the smaller one counts. */
export function placesLeft(limits: Limits, left: CapacityLeft): PlacesLeft {
  const atLeastNone = (...counters: readonly string[]) =>
    Math.max(0, Math.min(...counters.map((each) => left[each] ?? 0)));
  return {
    free: atLeastNone(FREE),
    open: atLeastNone(OPEN),
    waiting: left[WAITING] ?? 0,
    ticketTypes: limits.ticketTypes.map(({ ticketTypeId }) => ({
      ticketTypeId,
      free: atLeastNone(FREE, freeOf(ticketTypeId)),
      open: atLeastNone(OPEN, openOf(ticketTypeId)),
    })),
    allotments: limits.allotments.map(({ allotmentId }) => ({
      allotmentId,
      free: atLeastNone(freeOfAllotment(allotmentId)),
    })),
  };
}

interface TakesRoom {
  readonly ticketTypeId: TicketTypeId;
  readonly allotmentId?: AllotmentId | undefined;
}

/** The counters a place is taken from and given back to: never more places than capacity, in total and per type (rule 1). */
export function countersTakenBy(place: TakesRoom): string[] {
  if (place.allotmentId) return [freeOfAllotment(place.allotmentId)];
  return [FREE, OPEN, freeOf(place.ticketTypeId), openOf(place.ticketTypeId)];
}

/** The first of the places, all of one offering, for which there is no room left by these counters. */
export function withoutRoom<Place extends TakesRoom>(places: readonly Place[], left: CapacityLeft): Place | undefined {
  const taken = new Map<string, number>();
  return places.find((place) =>
    countersTakenBy(place).some((counter) => {
      const count = (taken.get(counter) ?? 0) + 1;
      taken.set(counter, count);
      return count > (left[counter] ?? 0);
    }),
  );
}
