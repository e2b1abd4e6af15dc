import * as z from "zod";
import type { ForSale } from "#catalogue/ports/for-sale";
import type { StockParts } from "#catalogue/ports/stock";
import { refusal } from "#kernel/domain-error";
import { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { PlaceParts } from "#registration/ports/places";
import type { PlacesOfOffering } from "#registration/ports/places-of-offering";
import { isToBeHandedOut, refuseTooEarly } from "../domain/hand-out.ts";
import { handOutContinued } from "../events/hand-out-continued.ts";

/** Places of one transaction: each with five products of its own at most, 15 stay below 100 actions. */
const PAGE = 15;

export const HandOutAnswer = z.object({ offeringId: OfferingId });

export interface HandOutPorts {
  readonly unitOfWork: UnitOfWork;
  readonly forSale: ForSale;
  readonly placesOfOffering: PlacesOfOffering;
  readonly placeParts: Pick<PlaceParts, "handOut">;
  readonly stock: Pick<StockParts, "take">;
}

export interface HandOut {
  /**
   * What is included in the places of an offering has been handed out. Asked again later, those who have come since get
   * theirs: each place once.
   *
   * @throws DomainError `not-found`, `too-early-to-hand-out`
   */
  begin(origin: Origin, offeringId: OfferingId): Promise<z.infer<typeof HandOutAnswer>>;
  /** A page of places: their goods leave the shelf in one transaction, and the next page follows by an event. */
  goOn(origin: Origin, offeringId: OfferingId, cursor?: string): Promise<void>;
}

export function handOutUseCase(ports: HandOutPorts): HandOut {
  const { unitOfWork, forSale, placesOfOffering, placeParts, stock } = ports;
  return {
    begin: (origin, offeringId) =>
      unitOfWork.run(origin, HandOutAnswer, async () => {
        const offering = (await forSale.load({ products: [], offerings: [offeringId] })).offerings.get(offeringId);
        if (!offering) throw refusal("not-found", {});
        refuseTooEarly(offering, unitOfWork.clock());
        return { parts: [record(handOutContinued.of({ offeringId }))], answer: { offeringId } };
      }),
    goOn: (origin, offeringId, after) =>
      unitOfWork.handle(origin, async () => {
        const { items, cursor } = await placesOfOffering.page(offeringId, PAGE, after);
        return [
          ...items
            .filter(isToBeHandedOut)
            .flatMap((place) => [
              placeParts.handOut(place),
              ...place.goods.map(({ productId }) => stock.take(productId, 1)),
            ]),
          record(...(cursor ? [handOutContinued.of({ offeringId, cursor })] : [])),
        ];
      }),
  };
}
