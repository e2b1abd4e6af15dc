import type { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { WaitingListParts, WaitingLists } from "#registration/ports/waiting-list";
import { end } from "../domain/waiting-list.ts";
import { closingRoundContinued } from "../events/closing-round-continued.ts";

/** Each entry that ends writes two rows and a fact: 20 stay well below 100 actions. */
const PAGE = 20;

export interface CloseWaitingListPorts {
  readonly unitOfWork: UnitOfWork;
  readonly waitingLists: WaitingLists;
  readonly waitingListParts: WaitingListParts;
}

export type CloseWaitingList = (origin: Origin, offeringId: OfferingId, cursor?: string) => Promise<void>;

/** A cancelled offering's waiting list comes to its end, a page in one transaction; an event takes it on from there. */
export function closeWaitingListUseCase(ports: CloseWaitingListPorts): CloseWaitingList {
  const { unitOfWork, waitingLists, waitingListParts } = ports;
  return (origin, offeringId, cursor) =>
    unitOfWork.handle(origin, async () => {
      const page = await waitingLists.entries(offeringId, PAGE, cursor);
      const goesOn = page.cursor ? [closingRoundContinued.of({ offeringId, cursor: page.cursor })] : [];
      return [
        ...page.items.flatMap((entry) =>
          entry.status === "waiting" || entry.status === "offered"
            ? [waitingListParts.close(entry, end(entry, "closed"))]
            : [],
        ),
        record(...goesOn),
      ];
    });
}
