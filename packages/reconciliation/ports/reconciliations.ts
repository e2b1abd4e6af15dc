import type { Instant } from "#kernel/clock";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Reconciliation, ReconciliationId } from "../domain/reconciliation.ts";

/** Reconciliations and their reports, kept for a year. */
export interface Reconciliations {
  get(reconciliationId: ReconciliationId): Promise<Reconciliation | undefined>;
  create(reconciliation: Reconciliation): TransactionPart;
  /** Writes `after` if it still is as it was read as `before`; else the command loads again. Its end is a fact. */
  replace(before: Reconciliation, after: Reconciliation): TransactionPart;
  /** The newest first. For people to look at: an index is behind the table. */
  list(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly items: readonly Reconciliation[];
    readonly cursor?: string;
  }>;
  /** When the schedule asks next; nothing before it was ever asked. */
  nextNight(): Promise<Instant | undefined>;
  /** The schedule asks at `next`, if nobody has said so since `before` was read. */
  planNight(before: Instant | undefined, next: Instant): TransactionPart;
}
