import type { Instant } from "#kernel/clock";
import type { TransactionPart } from "#kernel/transaction-part";

/** Addresses that get no more mail: theirs bounced for good, or their owner complained. */
export interface Suppressions {
  has(address: string): Promise<boolean>;
  add(address: string, why: "bounced" | "complained", at: Instant): TransactionPart;
}
