import type { OfferingId } from "#kernel/ids";
import type { Seen } from "#kernel/seen";
import type { Agreement } from "../domain/agreement.ts";
import type { LedgerLine, Seat, SeatCounters, SeatsUsed } from "../domain/seat.ts";

export interface CountedAgreement extends Seen, Pick<Agreement, "agreementId" | "seats" | "version" | "period"> {
  readonly kind: "agreement";
}

export interface CountedSeats extends Seen, SeatCounters {
  readonly kind: "seat-counters";
}

export interface CountedSeat
  extends Seen,
    Pick<Seat, "agreementId" | "seatId" | "cohortId" | "placeId" | "status" | "version"> {
  readonly kind: "seat";
}

export interface CountedLedgerLine extends Seen, Pick<LedgerLine, "agreementId" | "seatId" | "what" | "to"> {
  readonly kind: "ledger-line";
}

/** How many of an agreement's seats are used in a cohort. */
interface CountedUse extends Seen, SeatsUsed {
  readonly kind: "seats-of";
}

/** How often a seat of any agreement was taken in a cohort, ever. */
interface CountedTaken extends Seen {
  readonly kind: "seats-taken";
  readonly cohortId: OfferingId;
  readonly taken: number;
}

/** What agreements offers to a recount of its rows. */
export type AgreementsRow =
  | CountedAgreement
  | CountedSeats
  | CountedSeat
  | CountedLedgerLine
  | CountedUse
  | CountedTaken;
