import type { AgreementId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Agreement } from "../domain/agreement.ts";
import type { SeatCounters } from "../domain/seat.ts";

export type { Agreement } from "../domain/agreement.ts";

/** What other contexts may read of agreements. */
export interface AgreementReads {
  get(agreementId: AgreementId): Promise<Agreement | undefined>;
}

/** Agreements as this context keeps them. */
export interface Agreements extends AgreementReads {
  /** Up to 100 in one request. */
  load(agreementIds: readonly AgreementId[]): Promise<readonly Agreement[]>;
  /** The agreement, with all its seats free. */
  create(agreement: Agreement): TransactionPart;
  /**
   * Writes `after` if the agreement is as it was read as `before`, and no seat was taken since `counters` were; else the
   * command loads again.
   */
  replace(before: Agreement, after: Agreement, counters: SeatCounters): TransactionPart;
  /** By their last day, the first to end first. For people to look at: an index is behind the table. */
  list(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly items: readonly Agreement[];
    readonly cursor?: string;
  }>;
}
