import * as z from "zod";
import { Instant } from "#kernel/clock";
import { AgreementId, OfferingId, OrderNumber, PlaceId, SeatId } from "#kernel/ids";

/** The counters of an agreement's trainer seats, all on one item (rule 2). */
export const SeatCounters = z.object({
  agreementId: AgreementId,
  seats: z.int().min(0),
  free: z.int().min(0),
  /** How often a seat has been taken or moved, ever: who decides on the seats that are used sees whether one came. */
  taken: z.int().min(0),
  /** The agreement's version that seats are taken under. */
  terms: z.int().min(1),
});
export type SeatCounters = z.infer<typeof SeatCounters>;

/** One trainer seat under an agreement, from when it is taken; one that is given back makes room for another. */
export const Seat = z.object({
  seatId: SeatId,
  agreementId: AgreementId,
  /** The cohort's offering. */
  cohortId: OfferingId,
  placeId: PlaceId,
  orderNumber: OrderNumber,
  status: z.enum(["used", "given-back"]),
  takenAt: Instant,
  version: z.int().min(1),
});
export type Seat = z.infer<typeof Seat>;

/** How many of an agreement's seats are used in one cohort. */
export const SeatsUsed = z.object({ agreementId: AgreementId, cohortId: OfferingId, used: z.int().min(0) });
export type SeatsUsed = z.infer<typeof SeatsUsed>;

/** One line of the ledger: what happened to a seat, when and by whom. Ids only. */
export const LedgerLine = z.object({
  agreementId: AgreementId,
  seatId: SeatId,
  what: z.enum(["taken", "given-back", "moved", "participant-replaced"]),
  at: Instant,
  /** A contact's or a person's id, or `buyer`: whoever has the key from the order's mail. */
  by: z.string().min(1).max(100),
  from: OfferingId.optional(),
  to: OfferingId.optional(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;
