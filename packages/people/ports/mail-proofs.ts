import type { Instant } from "#kernel/clock";
import type { AccessKey } from "#kernel/id";
import type { TransactionPart } from "#kernel/transaction-part";

/** For whoever needs a mail address proved in a transaction of their own. */
export interface MailProofParts {
  /** Holds if `proof` is of this address, in lower case, and valid at `now`; fails with `mail-proof-missing`. */
  check(proof: AccessKey, email: string, now: Instant): TransactionPart;
}
