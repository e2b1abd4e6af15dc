import type { EntryId, OfferingId, PlaceId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { CapacityLeft } from "../domain/capacity.ts";
import type { InLine } from "../domain/offer-round.ts";
import type { EndedEntry, Entry, OfferedEntry, WaitingEntry } from "../domain/waiting-list.ts";

export type { Entry } from "../domain/waiting-list.ts";

export interface EntryRef {
  readonly offeringId: OfferingId;
  readonly entryId: EntryId;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Hand it back to get the next page; absent on the last. */
  readonly cursor?: string;
}

/** What other contexts may read of waiting lists. */
interface EntryReads {
  get(entry: EntryRef): Promise<Entry | undefined>;
}

/** Waiting lists as this context keeps them. */
export interface WaitingLists extends EntryReads {
  load(asked: readonly EntryRef[]): Promise<readonly (Entry | undefined)[]>;
  /** The offering's counters; undefined when it has none: nobody could ever sign up. */
  counters(offeringId: OfferingId): Promise<CapacityLeft | undefined>;
  /** Those who wait, the first first; `limit` of them, from the cursor on. */
  line(offeringId: OfferingId, limit: number, cursor?: string): Promise<Page<InLine>>;
  /** How many stand in line up to and with this one: 1 is the first. */
  position(entry: WaitingEntry): Promise<number>;
  /** Everybody who ever joined, in no order. */
  entries(offeringId: OfferingId, limit: number, cursor?: string): Promise<Page<Entry>>;
  /** Everybody who ever joined, in that order. For people to look at: an index is behind the table. */
  list(offeringId: OfferingId, limit: number, cursor?: string): Promise<Page<Entry>>;
}

/** What happens in a waiting list, as parts of a transaction. Entry, line and counters change together. */
export interface WaitingListParts {
  /** Fails with `offering-not-full` when a newcomer may have a place. */
  join(entry: WaitingEntry): TransactionPart;
  /** Takes a free place for each; whoever was faster makes the command load again. */
  offer(made: readonly { readonly before: WaitingEntry; readonly after: OfferedEntry }[]): TransactionPart;
  /** The offered place goes into an order, under conditions that nobody else answered the offer. */
  accept(before: OfferedEntry, after: EndedEntry, placeId: PlaceId): TransactionPart;
  /** The offered place is free again, for the next in line. */
  giveBack(before: OfferedEntry, after: EndedEntry): TransactionPart;
  leave(before: WaitingEntry, after: EndedEntry): TransactionPart;
  /** The offering is cancelled: the entry ends, and nobody else is offered its place. */
  close(before: WaitingEntry | OfferedEntry, after: EndedEntry): TransactionPart;
  /** The entry is gone, and counts for nothing any more: for one that can wait for nothing. */
  erase(before: Entry): TransactionPart;
}
