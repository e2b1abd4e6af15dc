import type { Instant } from "#kernel/clock";
import type { AgreementId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Period } from "../domain/period.ts";

/** When the contacts of an agreement are to be told of unused seats, once for each end that it gets. */
export interface Warnings {
  /** Planned with a new agreement (`before` left out), and anew when its end moves. */
  plan(agreementId: AgreementId, before: Period | undefined, after: Period): TransactionPart;
  /** When this is due; undefined once it is done, or when there is none. */
  dueAt(agreementId: AgreementId): Promise<Instant | undefined>;
  /** What was due then is done; planned anew meanwhile, it makes the command load again. */
  done(agreementId: AgreementId, dueAt: Instant): TransactionPart;
}
