import * as z from "zod";
import type { SeatParts, SeatReads } from "#agreements/ports/seats";
import type { Offering } from "#catalogue/ports/for-sale";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { CancelPlacesOf } from "#ordering/ports/cancellation";
import type { Place } from "#registration/ports/places";
import { cancelledBy, type FindSeatPorts, findSeat, refuseLate, type SeatRef } from "./find-seat.ts";
import { findCohort, type SeatInCohortPorts, seatInCohort } from "./seat-in-cohort.ts";
import { SeatAnswer, SeatParticulars } from "./take-trainer-seat.ts";

export const MoveTrainerSeatCommand = z.strictObject({
  cohortId: OfferingId,
  /** Left out: who has the seat goes along, with the same answers. */
  particulars: SeatParticulars.optional(),
});

export interface MoveTrainerSeatPorts extends FindSeatPorts, SeatInCohortPorts {
  readonly unitOfWork: UnitOfWork;
  readonly seatReads: SeatReads;
  readonly seatParts: SeatParts;
  readonly cancelPlacesOf: CancelPlacesOf;
}

export type MoveTrainerSeat = (
  origin: Origin,
  seat: SeatRef,
  command: z.infer<typeof MoveTrainerSeatCommand>,
  caller: Caller,
) => Promise<z.infer<typeof SeatAnswer>>;

/**
 * Uses a seat in another cohort instead: its place in the old one is cancelled and one in the new taken, in one transaction,
 * so that a seat moves also when all the others are used.
 *
 * @throws DomainError as `TakeTrainerSeat` and `GiveBackTrainerSeat`; `seat-is-there-already`
 */
export function moveTrainerSeatUseCase(ports: MoveTrainerSeatPorts): MoveTrainerSeat {
  const { unitOfWork, forSale, seatReads, seatParts, cancelPlacesOf } = ports;
  const placeIn = seatInCohort(ports);
  return (origin, ref, { cohortId, particulars }, caller) =>
    unitOfWork.run(origin, SeatAnswer, async (attempt) => {
      const now = unitOfWork.clock();
      const [found, cohort, use] = await Promise.all([
        findSeat(ports, ref, caller),
        findCohort(forSale, cohortId),
        seatReads.use(cohortId, ref.agreementId),
      ]);
      const { agreement, acting, seat, order } = found;
      const { seatId } = seat;
      if (seat.cohortId === cohortId) throw refusal("seat-is-there-already", { seatId, offeringId: cohortId });
      refuseLate(acting, found.cohort, now);
      const placed = await placeIn(found, cohort, {
        seatId,
        particulars: particulars ?? sameParticulars(found.place, cohort),
        now,
        look: attempt === 0 ? "leap" : "look-first",
      });
      const cancelled = await cancelPlacesOf(order, [seat.placeId], { ...cancelledBy(acting), seats: "keep", now });
      const { orderNumber } = placed;
      const { placeId } = placed.place;
      const after = { ...seat, cohortId, placeId, orderNumber, version: seat.version + 1 };
      return {
        parts: [
          seatParts.move(seat, after, { terms: agreement.version, use, by: acting.by, at: now }),
          ...cancelled.parts,
          ...placed.parts,
        ],
        answer: { seatId, cohortId, placeId, orderNumber },
      };
    });
}

/** Who goes along, with what the new cohort asks and includes too; answers about health were for the old place only. */
function sameParticulars({ participant, answers, goods }: Place, { questions, includedGoods }: Offering) {
  if (!participant) throw refusal("participant-missing", {});
  const included = new Set(includedGoods.flatMap(({ oneOf }) => oneOf));
  return {
    participant,
    answers: answers.filter(({ questionId }) => questions.some((question) => question.questionId === questionId)),
    chosenGoods: goods.flatMap(({ productId }) => (included.has(productId) ? [productId] : [])),
  };
}
