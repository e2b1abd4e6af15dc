import type { EntryId, OfferingId, ProductId, SeatId } from "#kernel/ids";
import type { Seen } from "#kernel/seen";
import type { Place } from "../domain/place.ts";
import type { Entry } from "../domain/waiting-list.ts";

/** A place, without whose it is: their address only as a hash, to see that one person has one place. */
export interface CountedPlace
  extends Seen,
    Pick<Place, "offeringId" | "placeId" | "orderNumber" | "status" | "ticketTypeId" | "allotmentId" | "version"> {
  readonly kind: "place";
  readonly seatId: SeatId | undefined;
  readonly products: readonly ProductId[];
  readonly handedOut: boolean;
  readonly address: string | undefined;
}

export interface CountedEntry
  extends Seen,
    Pick<Entry, "offeringId" | "entryId" | "ticketTypeId" | "status" | "version"> {
  readonly kind: "entry";
}

/** The row by which somebody stands in line. */
interface InLine extends Seen {
  readonly kind: "in-line";
  readonly entryId: EntryId;
}

/** An offering's counters, by name. */
export interface CountedCapacity extends Seen {
  readonly kind: "capacity";
  readonly offeringId: OfferingId;
  readonly counters: Readonly<Record<string, number>>;
}

/** What registration offers to a recount of its rows. */
export type RegistrationRow = CountedPlace | CountedEntry | InLine | CountedCapacity;
