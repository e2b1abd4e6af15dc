import type { ForSale } from "#catalogue/ports/for-sale";
import { refusal } from "#kernel/domain-error";
import type { OfferingId } from "#kernel/ids";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Page, WaitingLists } from "#registration/ports/waiting-list";
import { type NotOfferedYet, whyNotOffered } from "../domain/offer-round.ts";
import { type Entry, offerEnd } from "../domain/waiting-list.ts";

/** An entry as administrators see it: those who wait with their position, and why they have not been offered a place. */
type ListedEntry = Entry & { readonly position?: number; readonly why?: NotOfferedYet };

export interface ListWaitingListPorts {
  readonly clock: UnitOfWork["clock"];
  readonly forSale: ForSale;
  readonly waitingLists: WaitingLists;
}

export type ListWaitingList = (offeringId: OfferingId, cursor?: string) => Promise<Page<ListedEntry>>;

const PAGE = 100;

/** @throws DomainError `not-found` */
export function listWaitingListUseCase({ clock, forSale, waitingLists }: ListWaitingListPorts): ListWaitingList {
  return async (offeringId, cursor) => {
    const [{ offerings }, counters, page] = await Promise.all([
      forSale.load({ products: [], offerings: [offeringId] }),
      waitingLists.counters(offeringId),
      waitingLists.list(offeringId, PAGE, cursor),
    ]);
    const offering = offerings.get(offeringId);
    if (!offering || !counters) throw refusal("not-found", {});
    const open = offerEnd(offering, clock()) !== undefined;
    const first = page.items.find((entry) => entry.status === "waiting");
    let position = first ? await waitingLists.position(first) : 0;
    const items = page.items.map((entry) => {
      if (entry.status !== "waiting") return entry;
      return { ...entry, position: position++, why: whyNotOffered(entry.ticketTypeId, counters, open) };
    });
    return { ...page, items };
  };
}
