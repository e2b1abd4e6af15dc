import type * as z from "zod";
import type { Caller } from "#kernel/caller";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { CancelPlacesOf } from "#ordering/ports/cancellation";
import { cancelledBy, type FindSeatPorts, findSeat, refuseLate, type SeatRef } from "./find-seat.ts";
import { SeatAnswer } from "./take-trainer-seat.ts";

export interface GiveBackTrainerSeatPorts extends FindSeatPorts {
  readonly unitOfWork: UnitOfWork;
  readonly cancelPlacesOf: CancelPlacesOf;
}

export type GiveBackTrainerSeat = (
  origin: Origin,
  seat: SeatRef,
  caller: Caller,
) => Promise<z.infer<typeof SeatAnswer>>;

/**
 * Cancels a seat's place: the place is free again, its invoice reduced, and the seat can be used again.
 *
 * @throws DomainError `not-found`, `seat-is-given-back`, `cancellation-deadline-passed` for a contact
 */
export function giveBackTrainerSeatUseCase(ports: GiveBackTrainerSeatPorts): GiveBackTrainerSeat {
  const { unitOfWork, cancelPlacesOf } = ports;
  return (origin, ref, caller) =>
    unitOfWork.run(origin, SeatAnswer, async () => {
      const now = unitOfWork.clock();
      const { acting, seat, cohort, order } = await findSeat(ports, ref, caller);
      refuseLate(acting, cohort, now);
      const { seatId, cohortId, placeId, orderNumber } = seat;
      const how = { ...cancelledBy(acting), seats: "give-back", now } as const;
      const { parts } = await cancelPlacesOf(order, [placeId], how);
      return { parts, answer: { seatId, cohortId, placeId, orderNumber } };
    });
}
