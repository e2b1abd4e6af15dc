import type { OfferingId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";

/** The version of a cohort's learning groups, as this context keeps it; who is in which is on the participations. */
export interface Groups {
  /** 0 before the first. */
  version(cohortId: OfferingId): Promise<number>;
  /** The groups as they were seen are changed now, one version on; fails with `changed-meanwhile`. */
  changed(cohortId: OfferingId, seen: number): TransactionPart;
}
