import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { EntryRef, WaitingListParts, WaitingLists } from "#registration/ports/waiting-list";
import { end, hasLapsed } from "../domain/waiting-list.ts";

export interface LapseOfferPorts {
  readonly unitOfWork: UnitOfWork;
  readonly waitingLists: WaitingLists;
  readonly waitingListParts: WaitingListParts;
}

export type LapseOffer = (origin: Origin, entry: EntryRef) => Promise<void>;

/** The end of an offer that nobody answered: its place goes to the next in line. */
export function lapseOfferUseCase({ unitOfWork, waitingLists, waitingListParts }: LapseOfferPorts): LapseOffer {
  return (origin, asked) =>
    unitOfWork.handle(origin, async () => {
      const entry = await waitingLists.get(asked);
      if (!entry || !hasLapsed(entry, unitOfWork.clock())) return [];
      return [waitingListParts.giveBack(entry, end(entry, "lapsed"))];
    });
}
