import type { ForSale, Offering } from "#catalogue/ports/for-sale";
import type { Caller } from "#kernel/caller";
import type { Clock, Instant } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import type { EntryRef } from "#registration/ports/waiting-list";
import type { Entry } from "../domain/waiting-list.ts";
import type { GetEntry } from "./get-entry.ts";

/** One's own entry with what it is for. */
export interface EntryDetails {
  readonly entry: Entry;
  /** 1 is the first; while it waits. */
  readonly position?: number;
  readonly offering: Offering;
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
    const { offerings } = await forSale.load({ products: [], offerings: [asked.offeringId] });
    const offering = offerings.get(asked.offeringId);
    invariant(offering !== undefined, "an offering with a waiting list is kept");
    return { ...found, offering, at: clock() };
  };
}
