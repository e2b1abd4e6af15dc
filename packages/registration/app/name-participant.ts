import * as z from "zod";
import type { ForSale } from "#catalogue/ports/for-sale";
import type { StockParts } from "#catalogue/ports/stock";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { type OrderNumber, PlaceId, ProductId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { maySee, type OrderReads } from "#ordering/ports/orders";
import type { NamePlace } from "#registration/ports/name-place";
import type { PlaceParts, PlaceReads } from "#registration/ports/places";
import { nameParticipant } from "../domain/name-participant.ts";
import type { Particulars } from "../domain/particulars.ts";
import { ticketTypeOf } from "../domain/terms.ts";
import { type ShownByHolderPorts, shownByHolder } from "./shown-by-holder.ts";

/** Names no person: it is kept as the answer to a repeated request. */
export const NamedAnswer = z.object({ placeId: PlaceId, goods: z.array(ProductId) });

export interface NamePlacePorts extends ShownByHolderPorts {
  readonly placeParts: PlaceParts;
  readonly stock: StockParts;
  readonly municipalityDomain: string;
}

export interface NameParticipantPorts extends NamePlacePorts {
  readonly unitOfWork: UnitOfWork;
  readonly orders: OrderReads;
  readonly forSale: ForSale;
  readonly placeReads: PlaceReads;
}

export type NameParticipant = (
  origin: Origin,
  place: { readonly orderNumber: OrderNumber; readonly placeId: PlaceId },
  particulars: Particulars,
  caller: Caller,
) => Promise<z.infer<typeof NamedAnswer>>;

/**
 * Fills in who comes, or somebody else instead, with their answers and the goods they choose, whose stock is reserved in
 * the same transaction. What was answered about the health of whoever had the place before is forgotten.
 *
 * @throws DomainError `not-found`, also for an order that isn't the caller's to know of; `out-of-stock`
 */
export function nameParticipantUseCase(ports: NameParticipantPorts): NameParticipant {
  const { unitOfWork, orders, forSale, placeReads } = ports;
  const name = namePlace(ports);
  return (origin, { orderNumber, placeId }, particulars, caller) =>
    unitOfWork.run(origin, NamedAnswer, async () => {
      const order = await orders.get(orderNumber);
      if (!order || !maySee(order, caller)) throw refusal("not-found", {});
      const line = order.lines.find((each) => each.kind === "place" && each.placeId === placeId);
      if (line?.kind !== "place") throw refusal("not-found", {});
      const { offeringId } = line;
      const [[place], { offerings }] = await Promise.all([
        placeReads.load([{ offeringId, placeId }]),
        forSale.load({ products: [], offerings: [offeringId] }),
      ]);
      const offering = offerings.get(offeringId);
      if (!place || !offering) throw refusal("not-found", {});
      const { after, parts } = name(place, offering, particulars, unitOfWork.clock());
      return {
        parts,
        answer: { placeId, goods: after.goods.map(({ productId }) => productId) },
      };
    });
}

/** The parts of a naming, whoever names. What was answered about the health of whoever had the place is forgotten. */
export function namePlace(ports: NamePlacePorts): NamePlace {
  const { placeParts, stock, municipalityDomain } = ports;
  return (place, terms, particulars, now) => {
    const { after, released, reserved } = nameParticipant(place, terms, particulars, { now, municipalityDomain });
    const { ticketAddress } = after;
    const ticketType = ticketTypeOf(terms, place.ticketTypeId);
    const shown =
      ticketAddress === place.ticketAddress
        ? []
        : shownByHolder(ports, ticketType, { ...particulars, ticketAddress }, now);
    return {
      after,
      parts: [
        placeParts.name(place, after),
        ...shown,
        ...(particulars.health ? [placeParts.answerHealth(place, particulars.health, now)] : []),
        ...(place.healthAnswered && !particulars.health ? [placeParts.forgetHealth(place)] : []),
        ...released.map((productId) => stock.release(productId, 1)),
        ...reserved.map((productId) => stock.reserve(productId, 1)),
      ],
    };
  };
}
