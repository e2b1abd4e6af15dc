import type { OfferingId, PlaceId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";

/** For a transaction that takes away what a certificate would stand on. */
export interface NoCertificate {
  /** No valid certificate stands on this participation. Fails with `certificate-stands`. */
  check(participation: { readonly cohortId: OfferingId; readonly placeId: PlaceId }): Promise<TransactionPart>;
}
