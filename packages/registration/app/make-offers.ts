import type { ForSale } from "#catalogue/ports/for-sale";
import type { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { WaitingListParts, WaitingLists } from "#registration/ports/waiting-list";
import { FREE } from "../domain/capacity.ts";
import { chosenForOffers } from "../domain/offer-round.ts";
import { offer, offerEnd } from "../domain/waiting-list.ts";
import { offerRoundContinued } from "../events/offer-round-continued.ts";

/** Those in line that one round looks at. Each offer writes two rows and a fact: 20 stay well below 100 actions. */
const PAGE = 20;

export interface MakeOffersPorts {
  readonly unitOfWork: UnitOfWork;
  readonly forSale: ForSale;
  readonly waitingLists: WaitingLists;
  readonly waitingListParts: WaitingListParts;
}

export type MakeOffers = (origin: Origin, offeringId: OfferingId, cursor?: string) => Promise<void>;

/**
 * A round of offers: free places go to those in line, first come first served, one page of the line in one transaction. An
 * event takes it on from there while places are left.
 */
export function makeOffersUseCase(ports: MakeOffersPorts): MakeOffers {
  const { unitOfWork, forSale, waitingLists, waitingListParts } = ports;

  async function round(offeringId: OfferingId, cursor?: string): Promise<TransactionPart[]> {
    const [{ offerings }, counters, page] = await Promise.all([
      forSale.load({ products: [], offerings: [offeringId] }),
      waitingLists.counters(offeringId),
      waitingLists.line(offeringId, PAGE, cursor),
    ]);
    const offering = offerings.get(offeringId);
    const until = offering && offerEnd(offering, unitOfWork.clock());
    if (!until || !counters) return [];
    const chosen = chosenForOffers(page.items, counters);
    const entries = await waitingLists.load(chosen.map(({ entryId }) => ({ offeringId, entryId })));
    const made = entries.flatMap((before) =>
      before?.status === "waiting" ? [{ before, after: offer(before, until) }] : [],
    );
    // Somebody left between the two reads: look again, or their place would stay with nobody.
    if (made.length < chosen.length) return round(offeringId, cursor);
    const placesLeft = (counters[FREE] ?? 0) > made.length;
    const goesOn = page.cursor && placesLeft ? [offerRoundContinued.of({ offeringId, cursor: page.cursor })] : [];
    return [waitingListParts.offer(made), record(...goesOn)];
  }

  return (origin, offeringId, cursor) => unitOfWork.handle(origin, () => round(offeringId, cursor));
}
