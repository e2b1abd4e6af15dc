import type { OfferingId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { CapacityLeft, Limits } from "../domain/capacity.ts";
import type { Place } from "../domain/place.ts";

export { limitBelowTaken, type PlacesLeft, placesLeft } from "../domain/capacity.ts";

/** What the catalogue does to an offering's counters, as parts of its own transaction. */
export interface CapacityParts {
  /** The counters of an offering that is published: nobody has a place yet. */
  open(offeringId: OfferingId, limits: Limits): TransactionPart;
  /**
   * Moves the counters from one set of limits to another, and offers what comes free to those in line. Places taken
   * meanwhile, so that a limit would be below what is taken, make the command load again.
   */
  resize(offeringId: OfferingId, before: Limits, after: Limits): TransactionPart;
  /** From now on nobody gets a place, also those who loaded the offering before: they are told it is cancelled. */
  close(offeringId: OfferingId): TransactionPart;
  /** The offering is as it was decided on, by its version: whoever changed it meanwhile makes the command load again. */
  underTerms(offeringId: OfferingId, terms: number): TransactionPart;
}

export interface CapacityReads {
  /** What is left of each offering that has been published; none for others. */
  left(offeringIds: readonly OfferingId[]): Promise<ReadonlyMap<OfferingId, CapacityLeft>>;
  /** The places that are held or confirmed, the first hundred of those that `of` is true for. */
  holders(offeringId: OfferingId, of: (place: Place) => boolean): Promise<readonly Place[]>;
}
