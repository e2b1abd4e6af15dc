import * as z from "zod";
import type { Agreements } from "#agreements/ports/agreements";
import type { SeatParts, SeatReads } from "#agreements/ports/seats";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { mint } from "#kernel/id";
import { type AgreementId, OfferingId, OrderNumber, PlaceId, SeatId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { Particulars } from "#registration/ports/name-place";
import type { Seat } from "../domain/seat.ts";
import { findAgreement } from "./find-agreement.ts";
import { findCohort, type SeatInCohortPorts, seatInCohort } from "./seat-in-cohort.ts";

/** Who comes, and what the cohort asks of each participant. */
export const SeatParticulars = Particulars.omit({ mailProof: true });
export const TakeTrainerSeatCommand = SeatParticulars.extend({ cohortId: OfferingId });
export type TakeTrainerSeatCommand = z.infer<typeof TakeTrainerSeatCommand>;

/** Names no person: it is kept as the answer to a repeated request. */
export const SeatAnswer = z.object({
  seatId: SeatId,
  cohortId: OfferingId,
  placeId: PlaceId,
  orderNumber: OrderNumber,
});

export interface TakeTrainerSeatPorts extends SeatInCohortPorts {
  readonly unitOfWork: UnitOfWork;
  readonly agreements: Agreements;
  readonly seatReads: SeatReads;
  readonly seatParts: SeatParts;
}

export type TakeTrainerSeat = (
  origin: Origin,
  agreementId: AgreementId,
  command: TakeTrainerSeatCommand,
  caller: Caller,
) => Promise<z.infer<typeof SeatAnswer>>;

/**
 * Uses one of an agreement's seats for somebody's place in a cohort: both counters, the place, the seat, its ledger and the
 * invoice order for the material are one transaction, so neither limit is ever passed (rules 1 and 2).
 *
 * @throws DomainError `not-found`, `agreement-seats-used-up`, `seat-outside-period`, `cohort-without-seats`,
 *   `offering-full`, `participant-has-place`, and as `TakePlaces`
 */
export function takeTrainerSeatUseCase(ports: TakeTrainerSeatPorts): TakeTrainerSeat {
  const { unitOfWork, agreements, seatReads, seatParts, forSale } = ports;
  const place = seatInCohort(ports);
  return (origin, agreementId, { cohortId, ...particulars }, caller) =>
    unitOfWork.run(origin, SeatAnswer, async (attempt) => {
      const now = unitOfWork.clock();
      const [found, cohort, use, counted] = await Promise.all([
        findAgreement(agreements, agreementId, caller),
        findCohort(forSale, cohortId),
        seatReads.use(cohortId, agreementId),
        seatReads.counters([agreementId]),
      ]);
      const { version: terms, seats } = found.agreement;
      // In a rush for the last seat those who come too late don't keep trying; else the transaction tells.
      if (attempt > 0 && counted.get(agreementId)?.free === 0)
        throw refusal("agreement-seats-used-up", { agreementId, seats });
      const seatId = mint(SeatId, unitOfWork.random);
      const look = attempt === 0 ? "leap" : "look-first";
      const placed = await place(found, cohort, { seatId, particulars, now, look });
      const { placeId } = placed.place;
      const { orderNumber } = placed;
      const seat: Seat = {
        seatId,
        agreementId,
        cohortId,
        placeId,
        orderNumber,
        status: "used",
        takenAt: now,
        version: 1,
      };
      return {
        parts: [seatParts.take(seat, { terms, seats, use, by: found.acting.by, at: now }), ...placed.parts],
        answer: { seatId, cohortId, placeId, orderNumber },
      };
    });
}
