import * as z from "zod";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { EntryRef, WaitingListParts, WaitingLists } from "#registration/ports/waiting-list";
import { end, maySeeEntry } from "../domain/waiting-list.ts";

export interface LeaveWaitingListPorts {
  readonly unitOfWork: UnitOfWork;
  readonly waitingLists: WaitingLists;
  readonly waitingListParts: WaitingListParts;
}

export type LeaveWaitingList = (origin: Origin, entry: EntryRef, caller: Caller) => Promise<void>;

/**
 * Leaves the line, or says no to the offered place, which the next in line gets at once. Who has left already has left.
 *
 * @throws DomainError `not-found`, also for an entry that isn't the caller's to know of
 */
export function leaveWaitingListUseCase(ports: LeaveWaitingListPorts): LeaveWaitingList {
  const { unitOfWork, waitingLists, waitingListParts } = ports;
  return (origin, asked, caller) =>
    unitOfWork.run(origin, z.undefined(), async () => {
      const entry = await waitingLists.get(asked);
      if (!entry || !maySeeEntry(entry, caller)) throw refusal("not-found", {});
      if (entry.status === "waiting") {
        return { parts: [waitingListParts.leave(entry, end(entry, "left"))], answer: undefined };
      }
      const declined = entry.status === "offered" ? [waitingListParts.giveBack(entry, end(entry, "declined"))] : [];
      return { parts: declined, answer: undefined };
    });
}
