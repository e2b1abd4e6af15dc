import type { Instant } from "#kernel/clock";
import type { OfferingId } from "#kernel/ids";
import type { SeatOfPlace } from "#kernel/seat-of-place";
import type { TransactionPart } from "#kernel/transaction-part";

/** What cancelling a place does to the trainer seat that covers it, as parts of the cancellation's transaction. */
export interface SeatReturns {
  /**
   * The seat can be used again (rule 2), and the ledger says so. Nobody's cancellation gives a seat back twice: a seat that
   * is given back already makes the command load again.
   */
  giveBack(seat: SeatOfPlace, cohortId: OfferingId, by: string, at: Instant): TransactionPart;
}

/** What moving a cohort's dates asks of the agreements whose seats are used in it. */
export interface SeatsOfCohort {
  /**
   * Checks, under conditions of the transaction that moves the cohort's first day, that it stays within the period of every
   * agreement with a seat in it (rule 2).
   *
   * @throws DomainError `seats-would-break-agreement` with the seats
   */
  startMayMove(cohortId: OfferingId, startsAt: Instant): Promise<readonly TransactionPart[]>;
}
