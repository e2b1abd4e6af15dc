import type { OfferingId, PlaceId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Place } from "../domain/place.ts";

export type { Place } from "../domain/place.ts";
export { PlaceRequest } from "../domain/sign-up.ts";

export interface PlaceRef {
  readonly offeringId: OfferingId;
  readonly placeId: PlaceId;
}

/** What an order does to places, as parts of its own transaction. */
export interface PlaceParts {
  /** Takes the place from the offering's counters and writes it; fails with `offering-full`. */
  hold(place: Place): TransactionPart;
  /** Writes the place that was offered to somebody in line: its offer took it from the counters. */
  holdOffered(place: Place): TransactionPart;
  /** Confirms a held place; one that is held no more makes the command load again. */
  confirm(place: PlaceRef): TransactionPart;
  /** Takes a cancelled place again, confirmed at once; fails with `offering-full` as a newcomer would. */
  retake(place: Place): TransactionPart;
  /** Gives the place back to the counters it came from; nobody's cancellation frees a place twice. */
  cancel(place: Place): TransactionPart;
}

export interface PlaceReads {
  load(asked: readonly PlaceRef[]): Promise<Place[]>;
}
