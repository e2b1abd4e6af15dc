import type { OfferingId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Cohort } from "../domain/cohort.ts";

/** Cohorts as this context keeps them. */
export interface Cohorts {
  get(cohortId: OfferingId): Promise<Cohort | undefined>;
  /** A page of cohorts, the one that begins last first. For people to look at: an index is behind the table. */
  list(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly items: readonly Cohort[];
    readonly cursor?: string;
  }>;
  create(cohort: Cohort): TransactionPart;
  /** Fails with `changed-meanwhile` unless the cohort still is as it was read as `before`. */
  replace(before: Cohort, after: Cohort): TransactionPart;
  /** The cohort is still as it was read; else the command loads again. */
  unchanged(cohort: Cohort): TransactionPart;
  /** As `unchanged`; and the cohort knows from now on that certificates stand on its days. */
  certified(cohort: Cohort): TransactionPart;
  /** As `unchanged`; and the cohort knows from now on that attendance is registered on this day. */
  markedOn(cohort: Cohort, dayId: string): TransactionPart;
}
