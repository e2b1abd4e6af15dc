import type { EntryId, TicketTypeId } from "#kernel/ids";
import { type CapacityLeft, FREE, freeOf } from "./capacity.ts";

/** One who waits, as the line knows them. */
export interface InLine {
  readonly entryId: EntryId;
  readonly ticketTypeId: TicketTypeId;
}

/**
 * Who of those in line, in its order, is offered a place: the first whose ticket type has room, while places are free. One
 * whose type is full keeps their position, and lets others by.
 */
export function chosenForOffers<Waiting extends InLine>(line: readonly Waiting[], counters: CapacityLeft): Waiting[] {
  const left = { ...counters };
  return line.filter(({ ticketTypeId }) => {
    const ofType = freeOf(ticketTypeId);
    if (!hasRoom(left, ticketTypeId)) return false;
    left[FREE] = (left[FREE] ?? 0) - 1;
    left[ofType] = (left[ofType] ?? 0) - 1;
    return true;
  });
}

/** Whether a place of this type is free, in all and within the type's quota. */
function hasRoom(counters: CapacityLeft, ticketTypeId: TicketTypeId): boolean {
  return (counters[FREE] ?? 0) > 0 && (counters[freeOf(ticketTypeId)] ?? 0) > 0;
}

/** Why one in line has not been offered a place. `soon`: there is room, and the offers are being made in the line's order. */
export type NotOfferedYet = "sign-up-closed" | "offering-full" | "ticket-type-full" | "soon";

export function whyNotOffered(ticketTypeId: TicketTypeId, counters: CapacityLeft, signUpOpen: boolean): NotOfferedYet {
  if (!signUpOpen) return "sign-up-closed";
  if (hasRoom(counters, ticketTypeId)) return "soon";
  return (counters[FREE] ?? 0) > 0 ? "ticket-type-full" : "offering-full";
}
