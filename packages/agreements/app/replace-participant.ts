import type * as z from "zod";
import type { SeatParts } from "#agreements/ports/seats";
import type { Caller } from "#kernel/caller";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { NamePlace } from "#registration/ports/name-place";
import { type FindSeatPorts, findSeat, type SeatRef } from "./find-seat.ts";
import { SeatAnswer, type SeatParticulars } from "./take-trainer-seat.ts";

export interface ReplaceParticipantPorts extends FindSeatPorts {
  readonly unitOfWork: UnitOfWork;
  readonly seatParts: SeatParts;
  readonly namePlace: NamePlace;
}

export type ReplaceParticipant = (
  origin: Origin,
  seat: SeatRef,
  particulars: z.infer<typeof SeatParticulars>,
  caller: Caller,
) => Promise<z.infer<typeof SeatAnswer>>;

/**
 * Somebody else comes in a seat's place, until the cohort's naming deadline; the ledger says so.
 *
 * @throws DomainError `not-found`, `seat-is-given-back`, `naming-deadline-passed`, `participant-has-place`, and as `NamePlace`
 */
export function replaceParticipantUseCase(ports: ReplaceParticipantPorts): ReplaceParticipant {
  const { unitOfWork, seatParts, namePlace } = ports;
  return (origin, ref, particulars, caller) =>
    unitOfWork.run(origin, SeatAnswer, async () => {
      const now = unitOfWork.clock();
      const { acting, seat, cohort, place } = await findSeat(ports, ref, caller);
      const { seatId, cohortId, placeId, orderNumber } = seat;
      const named = namePlace(place, cohort, particulars, now);
      return {
        parts: [...named.parts, seatParts.replaceParticipant(seat, { by: acting.by, at: now })],
        answer: { seatId, cohortId, placeId, orderNumber },
      };
    });
}
