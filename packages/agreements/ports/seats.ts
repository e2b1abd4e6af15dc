import type { Instant } from "#kernel/clock";
import type { AgreementId, OfferingId, SeatId } from "#kernel/ids";
import type { SeatOfPlace } from "#kernel/seat-of-place";
import type { TransactionPart } from "#kernel/transaction-part";
import type { LedgerLine, Seat, SeatCounters } from "../domain/seat.ts";

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

/** What is counted of trainer seats in a cohort; nothing yet, as long as none was taken there. */
export interface CohortUse {
  /** Of one agreement, now. */
  readonly used: number | undefined;
  /** Of all agreements, ever. */
  readonly taken: number | undefined;
}

/** Who did something to a seat, and when. */
interface Done {
  readonly by: string;
  readonly at: Instant;
}

/** What happens to an agreement's own seats, as parts of a transaction: counters, seat and ledger change together. */
export interface SeatParts extends SeatReturns {
  /**
   * Takes one of the free seats; fails with `agreement-seats-used-up` when none is left.
   *
   * @param terms the agreement's version that was decided on: when it changed meanwhile, the command decides again
   */
  take(
    seat: Seat,
    counted: { readonly terms: number; readonly use: CohortUse; readonly seats: number } & Done,
  ): TransactionPart;
  /** The seat is used in another cohort: one fewer in the old one, one more in the new. */
  move(before: Seat, after: Seat, counted: { readonly terms: number; readonly use: CohortUse } & Done): TransactionPart;
  /** Somebody else has the seat's place: a line in the ledger. */
  replaceParticipant(seat: Seat, done: Done): TransactionPart;
  /** No seat was taken in the cohort since this was counted; else the command loads again. */
  noneTaken(cohortId: OfferingId, taken: number | undefined): TransactionPart;
  /** The agreement's seats are taken under this version of it; else the command loads again. */
  underTerms(agreementId: AgreementId, terms: number): TransactionPart;
}

export interface SeatReads {
  counters(agreementIds: readonly AgreementId[]): Promise<ReadonlyMap<AgreementId, SeatCounters>>;
  get(seat: { readonly agreementId: AgreementId; readonly seatId: SeatId }): Promise<Seat | undefined>;
  /** Every seat there ever was, used or given back. */
  ofAgreement(agreementId: AgreementId): Promise<readonly Seat[]>;
  use(cohortId: OfferingId, agreementId: AgreementId): Promise<CohortUse>;
  /** The agreements that use seats in the cohort, and how often one was taken there, ever. */
  inCohort(
    cohortId: OfferingId,
  ): Promise<{ readonly agreementIds: readonly AgreementId[]; readonly taken: number | undefined }>;
  /** A page of the ledger, the newest first. */
  ledger(
    agreementId: AgreementId,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<{ readonly items: readonly LedgerLine[]; readonly cursor?: string }>;
}
