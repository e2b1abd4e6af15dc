import type { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { part } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { PlacesOfOffering } from "#registration/ports/places-of-offering";
import { isActive, type Order, type PlaceLine } from "../domain/order.ts";
import { endHold } from "../domain/settle.ts";
import { offeringCancellationContinued } from "../events/offering-cancellation-continued.ts";
import { type CancellationPorts, placeCancellation } from "./cancel-places.ts";

const PAGE = 10;

/** A transaction has 100 actions, some of them for counters, stock and going on. */
const MOST_ACTIONS = 90;

export interface CancelOfferingPlacesPorts extends CancellationPorts {
  readonly unitOfWork: UnitOfWork;
  readonly placesOfOffering: PlacesOfOffering;
}

export type CancelOfferingPlaces = (origin: Origin, offeringId: OfferingId, cursor?: string) => Promise<void>;

/**
 * An offering is called off: everybody's place is cancelled and their money owed back, an order with all its places at
 * once, so that its buyer is told and paid back once. As many orders of a page of places as a transaction holds are done;
 * an event takes it on from there. An order that awaits its payment ends now: the sweep asks Stripe first, and pays back
 * who has paid. Walked again, it finds nothing to do.
 */
export function cancelOfferingPlacesUseCase(ports: CancelOfferingPlacesPorts): CancelOfferingPlaces {
  const { unitOfWork, orders, placesOfOffering } = ports;
  const cancel = placeCancellation(ports);

  return (origin, offeringId, cursor) =>
    unitOfWork.handle(origin, async () => {
      const page = await placesOfOffering.page(offeringId, PAGE, cursor);
      const places = page.items.filter((place) => place.status !== "cancelled");
      const found = await orders.load([...new Set(places.map((place) => place.orderNumber))]);
      const now = unitOfWork.clock();
      const unpaid = found.filter(({ status }) => status === "awaiting-payment");
      const paid = found
        .filter(({ status }) => status === "confirmed")
        .map((order) => ({ order, lines: linesOf(order, offeringId) }))
        // Its buyer cancelled them between the two reads: there is nothing left to tell of.
        .filter(({ lines }) => lines.length > 0);
      const chosen = asManyAsFit(paid, MOST_ACTIONS - unpaid.length);
      const parts = await Promise.all(
        chosen.map(async ({ order, lines }) => (await cancel(order, lines, "offering-cancelled", now)).parts),
      );
      const allDone = chosen.length === paid.length;
      const from = allDone ? page.cursor : cursor;
      const goesOn = allDone && !page.cursor ? [] : [offeringCancellationContinued.of({ offeringId, cursor: from })];
      return [...unpaid.map((order) => orders.replace(order, endHold(order, now))), ...parts.flat(), part([], goesOn)];
    });
}

/** An order's places in an offering that stand. */
function linesOf({ lines }: Order, offeringId: OfferingId): PlaceLine[] {
  return lines
    .filter((line) => line.kind === "place")
    .filter((line) => line.offeringId === offeringId && isActive(line));
}

/** The first orders whose cancellation stays within `actions`: six rows and facts each, and three at most for a place. */
function asManyAsFit<Cancelling extends { readonly lines: readonly PlaceLine[] }>(
  orders: readonly Cancelling[],
  actions: number,
): Cancelling[] {
  let left = actions;
  return orders.filter(({ lines }) => {
    left -= 6 + 3 * lines.length;
    return left >= 0;
  });
}
