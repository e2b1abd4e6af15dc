import type { OfferingId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { HealthRow } from "../domain/catering.ts";
import type { PlaceRef } from "./places.ts";

/** Answers about health, as this context keeps them apart. */
export interface HealthRows {
  /** The first so many of an offering; all of them are gone in the end, so there is no cursor. */
  first(offeringId: OfferingId, limit: number): Promise<readonly HealthRow[]>;
  all(offeringId: OfferingId): Promise<readonly HealthRow[]>;
  forget(places: readonly PlaceRef[]): TransactionPart;
}
