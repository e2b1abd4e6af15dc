import type { TransactionPart } from "#kernel/transaction-part";
import type { Participation } from "../domain/participation.ts";

export { type Eligibility, eligibilityOf } from "../domain/eligibility.ts";

/** What a certificate stands on, for the transaction that issues it. */
export interface Grounds {
  /** The participation is still as it was read: attendance, portfolio and essay; else the command decides again. */
  unchanged(participation: Participation): TransactionPart;
}
