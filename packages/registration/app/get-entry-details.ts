import type { ForSale } from "#catalogue/ports/for-sale";
import type { Caller } from "#kernel/caller";
import type { Clock, Instant } from "#kernel/clock";
import type { EntryRef } from "#registration/ports/waiting-list";
import type { Entry } from "../domain/waiting-list.ts";
import { type Asked, loadAsked } from "./asked.ts";
import type { GetEntry } from "./get-entry.ts";

/** One's own entry with what it is for, and what whoever takes the place is asked. */
export interface EntryDetails extends Asked {
  readonly entry: Entry;
  /** 1 is the first; while it waits. */
  readonly position?: number;
  readonly at: Instant;
}

export type GetEntryDetails = (entry: EntryRef, caller: Caller) => Promise<EntryDetails>;

/** @throws DomainError `not-found`, also for an entry that isn't the caller's to know of */
export function getEntryDetailsUseCase(ports: {
  readonly getEntry: GetEntry;
  readonly forSale: ForSale;
  readonly clock: Clock;
}): GetEntryDetails {
  const { getEntry, forSale, clock } = ports;
  return async (asked, caller) => {
    const found = await getEntry(asked, caller);
    return { ...found, ...(await loadAsked(forSale, asked.offeringId)), at: clock() };
  };
}
