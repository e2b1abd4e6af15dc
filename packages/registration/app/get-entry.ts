import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import type { EntryRef, WaitingLists } from "#registration/ports/waiting-list";
import { type Entry, maySeeEntry } from "../domain/waiting-list.ts";

/** One's own entry; `position` (1 is the first) while it waits. */
interface EntryInLine {
  readonly entry: Entry;
  readonly position?: number;
}

export type GetEntry = (entry: EntryRef, caller: Caller) => Promise<EntryInLine>;

/** @throws DomainError `not-found`, also for an entry that isn't the caller's to know of */
export function getEntryUseCase(waitingLists: WaitingLists): GetEntry {
  return async (asked, caller) => {
    const entry = await waitingLists.get(asked);
    if (!entry || !maySeeEntry(entry, caller)) throw refusal("not-found", {});
    if (entry.status !== "waiting") return { entry };
    return { entry, position: await waitingLists.position(entry) };
  };
}
