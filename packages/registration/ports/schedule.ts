import type { Instant } from "#kernel/clock";
import type { OfferingId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { DueKind, Scheduled } from "../domain/schedule.ts";

export interface ScheduleParts {
  /**
   * Plans the reminders of a published offering, and the deletion of health answers, in the transaction that publishes it
   * (`before` left out) or changes it.
   */
  plan(before: Scheduled | undefined, after: Scheduled): TransactionPart;
  /** What was due at `dueAt` is done; planned anew meanwhile, it makes the command load again. */
  done(offeringId: OfferingId, kind: DueKind, dueAt: Instant): TransactionPart;
}

export interface ScheduleReads {
  /** When this is due; undefined once it is done. */
  dueAt(offeringId: OfferingId, kind: DueKind): Promise<Instant | undefined>;
}
