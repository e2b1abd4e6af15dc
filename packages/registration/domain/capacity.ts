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

/** What the counters are made of: an offering's limits. */
export interface Limits {
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
  const allotted = limits.allotments.reduce((total, { places }) => total + places, 0);
  const counters: Record<string, number> = {
    [FREE]: limits.capacity - allotted,
    [OPEN]: limits.capacity - allotted,
    [WAITING]: 0,
  };
  for (const { ticketTypeId, quota } of limits.ticketTypes) {
    const ofType = limits.allotments.filter((allotment) => allotment.ticketTypeId === ticketTypeId);
    const free = (quota ?? limits.capacity) - ofType.reduce((total, { places }) => total + places, 0);
    counters[freeOf(ticketTypeId)] = free;
    counters[openOf(ticketTypeId)] = free;
  }
  for (const { allotmentId, places } of limits.allotments) counters[freeOfAllotment(allotmentId)] = places;
  return counters;
}
