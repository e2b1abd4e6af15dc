import type { OfferingId, PlaceId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { CancelPlacesOf } from "#ordering/ports/cancellation";
import type { PlacesOfOffering } from "#registration/ports/places-of-offering";
import { isActive, type Order } from "../domain/order.ts";
import { endHold } from "../domain/settle.ts";
import { offeringCancellationContinued } from "../events/offering-cancellation-continued.ts";
import { type CallOffServicePorts, callOffService } from "./call-off-service.ts";

const PAGE = 10;

/** A transaction has 100 actions, some of them for counters, stock and going on. */
const MOST_ACTIONS = 90;

export interface CancelOfferingPlacesPorts extends CallOffServicePorts {
  readonly unitOfWork: UnitOfWork;
  readonly cancelPlacesOf: CancelPlacesOf;
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
  const { unitOfWork, orders, placesOfOffering, cancelPlacesOf } = ports;
  const service = callOffService(ports);

  return (origin, offeringId, cursor) =>
    unitOfWork.handle(origin, async () => {
      const page = await placesOfOffering.page(offeringId, PAGE, cursor);
      const places = page.items.filter((place) => place.status !== "cancelled");
      const found = await orders.load([...new Set(places.map((place) => place.orderNumber))]);
      const now = unitOfWork.clock();
      const unpaid = found.filter(({ status }) => status === "awaiting-payment");
      const paid = found
        .filter(({ status }) => status === "confirmed")
        .map((order) => ({
          order,
          placeIds: placesIn(order, offeringId),
          seats: places.some(({ orderNumber, seat }) => seat && orderNumber === order.orderNumber),
        }))
        // Its buyer cancelled them between the two reads: there is nothing left to tell of.
        .filter(({ placeIds }) => placeIds.length > 0);
      const chosen = asMuchAsFits(paid, MOST_ACTIONS - unpaid.length);
      const how = { why: "offering-cancelled", by: "offering-cancelled", seats: "give-back", now } as const;
      const parts = await Promise.all(
        chosen.map(async ({ order, placeIds }) => (await cancelPlacesOf(order, placeIds, how)).parts),
      );
      const allDone = placesOf(chosen) === placesOf(paid);
      const from = allDone ? page.cursor : cursor;
      const goesOn = allDone && !page.cursor ? [] : [offeringCancellationContinued.of({ offeringId, cursor: from })];
      return [
        ...unpaid.map((order) => orders.replace(order, endHold(order, now))),
        ...parts.flat(),
        ...(cursor === undefined ? await service.ordersOf(offeringId, now) : []),
        ...service.placesOf(places, found, offeringId),
        record(...goesOn),
      ];
    });
}

/** An order's places in an offering that stand. */
function placesIn({ lines }: Order, offeringId: OfferingId): PlaceId[] {
  return lines
    .filter((line) => line.kind === "place")
    .filter((line) => line.offeringId === offeringId && isActive(line))
    .map(({ placeId }) => placeId);
}

interface Cancelling {
  readonly order: Order;
  readonly placeIds: readonly PlaceId[];
  /** Some of the places are covered by trainer seats, which are given back with them. */
  readonly seats: boolean;
}

/**
 * The first orders whose cancellation stays within `actions`: six rows and facts each, and three at most for a place; a
 * trainer seat is two rows and a fact more, and two counters an order. Of an order too large by itself, as many places as fit.
 */
function asMuchAsFits(orders: readonly Cancelling[], actions: number): Cancelling[] {
  const chosen: Cancelling[] = [];
  let left = actions;
  for (const each of orders) {
    const [forOrder, forPlace] = each.seats ? [8, 6] : [6, 3];
    const fits = Math.floor((left - forOrder) / forPlace);
    if (fits < each.placeIds.length && chosen.length > 0) break;
    const placeIds = each.placeIds.slice(0, fits);
    chosen.push({ ...each, placeIds });
    left -= forOrder + forPlace * placeIds.length;
  }
  return chosen;
}

function placesOf(orders: readonly Cancelling[]): number {
  return orders.reduce((count, { placeIds }) => count + placeIds.length, 0);
}
