import type { TransactionPart } from "#kernel/transaction-part";

/** Holders are known by hashes of their mail addresses. */
export interface Holders {
  /** What counts somebody's valid certificates: the same for one address everywhere. */
  holderOf(email: string): string;
  /** What a credential knows its holder by: `sha256$<hex>` of address and salt. */
  identityHash(email: string, salt: string): string;
  /** Those of them that have been counted before. */
  known(holders: readonly string[]): Promise<ReadonlySet<string>>;
  /** One valid certificate more, for each time a holder is named. */
  gained(holders: readonly string[], known: ReadonlySet<string>): TransactionPart;
  lost(holder: string): TransactionPart;
}
