import type { Instant } from "#kernel/clock";
import type { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { part, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Place } from "#registration/ports/places";
import type { PlacesOfOffering } from "#registration/ports/places-of-offering";
import { isActive, type Order } from "../domain/order.ts";
import { endHold } from "../domain/settle.ts";
import { offeringCancellationContinued } from "../events/offering-cancellation-continued.ts";
import { type CancellationPorts, placeCancellation } from "./cancel-places.ts";

/** An order writes seven rows and facts at most beside counters and stock: ten stay below 100 actions. */
const PAGE = 10;

export interface CancelOfferingPlacesPorts extends CancellationPorts {
  readonly unitOfWork: UnitOfWork;
  readonly placesOfOffering: PlacesOfOffering;
}

export type CancelOfferingPlaces = (origin: Origin, offeringId: OfferingId, cursor?: string) => Promise<void>;

/**
 * An offering is called off: everybody's place is cancelled and their money owed back, one page of places in one
 * transaction; an event takes it on from there. An order that awaits its payment ends now: the sweep asks Stripe first, and
 * pays back who has paid. Walked again, it finds nothing to do.
 */
export function cancelOfferingPlacesUseCase(ports: CancelOfferingPlacesPorts): CancelOfferingPlaces {
  const { unitOfWork, orders, placesOfOffering } = ports;
  const cancel = placeCancellation(ports);

  async function ofOrder(order: Order, places: readonly Place[], now: Instant): Promise<readonly TransactionPart[]> {
    if (order.status === "awaiting-payment") return [orders.replace(order, endHold(order, now))];
    if (order.status !== "confirmed") return [];
    const placeIds = new Set(places.map((place) => place.placeId));
    const lines = order.lines
      .filter((line) => line.kind === "place")
      .filter((line) => placeIds.has(line.placeId) && isActive(line));
    // Its buyer cancelled them between the two reads: there is nothing left to tell of.
    if (lines.length === 0) return [];
    return (await cancel(order, lines, "offering-cancelled", now)).parts;
  }

  return (origin, offeringId, cursor) =>
    unitOfWork.handle(origin, async () => {
      const page = await placesOfOffering.page(offeringId, PAGE, cursor);
      const places = page.items.filter((place) => place.status !== "cancelled");
      const found = await orders.load([...new Set(places.map((place) => place.orderNumber))]);
      const now = unitOfWork.clock();
      const parts = await Promise.all(
        found.map((order) =>
          ofOrder(
            order,
            places.filter((place) => place.orderNumber === order.orderNumber),
            now,
          ),
        ),
      );
      const goesOn = page.cursor ? [offeringCancellationContinued.of({ offeringId, cursor: page.cursor })] : [];
      return [...parts.flat(), part([], goesOn)];
    });
}
