import type { Instant } from "#kernel/clock";
import type { OfferingId, PlaceId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { HealthAnswers } from "../domain/particulars.ts";
import type { Place } from "../domain/place.ts";

export type { Place } from "../domain/place.ts";
export { type EntitledRequest, PlaceRequest } from "../domain/sign-up.ts";

export interface PlaceRef {
  readonly offeringId: OfferingId;
  readonly placeId: PlaceId;
}

/** What an order does to places, as parts of its own transaction. */
export interface PlaceParts {
  /**
   * Takes the place from the offering's counters and writes it; fails with `offering-full`. `terms` is the version of the
   * offering that was decided on: when it changed meanwhile, the command decides again.
   */
  hold(place: Place, terms: number): TransactionPart;
  /** Writes the place that was offered to somebody in line: its offer took it from the counters. */
  holdOffered(place: Place, terms: number): TransactionPart;
  /** Confirms a held place; one that is held no more makes the command load again. */
  confirm(place: PlaceRef): TransactionPart;
  /** Takes a cancelled place again, confirmed at once; fails with `offering-full` as a newcomer would. */
  retake(place: Place): TransactionPart;
  /**
   * Gives the places back to the counters they came from, with what belongs to them; nobody's cancellation frees a place
   * twice. One fact for each offering, so that an order of 25 places stays below 100 actions.
   */
  cancel(places: readonly Place[]): TransactionPart;
  /** The place with another participant, as `after` says; whoever changed it meanwhile makes the command load again. */
  name(before: Place, after: Place): TransactionPart;
  /** Its goods are handed out; whoever changed the place meanwhile makes the command load again. */
  handOut(place: Place): TransactionPart;
  /** Keeps answers about health in an item of their own, in the place of those before. */
  answerHealth(place: PlaceRef, health: HealthAnswers, consentedAt: Instant): TransactionPart;
  forgetHealth(place: PlaceRef): TransactionPart;
  /** The place is still as it was read; else the command loads again. */
  unchanged(place: Place): TransactionPart;
}

export interface PlaceReads {
  load(asked: readonly PlaceRef[]): Promise<Place[]>;
}
