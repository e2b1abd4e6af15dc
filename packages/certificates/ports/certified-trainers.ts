import type { TransactionPart } from "#kernel/transaction-part";

/** Who is a certified trainer: somebody with a certificate that is valid. */
export interface CertifiedTrainers {
  /**
   * Checks, in the transaction that gives a place only trainers may have, that this address is one's.
   * Fails with `certificate-missing`.
   */
  check(email: string): TransactionPart;
}
