import type { OfferingId, OrderNumber, PlaceId } from "#kernel/ids";
import { ore } from "#kernel/money";
import type { Notice } from "../domain/notice.ts";
import type { CancelledBecause } from "../domain/templates/places-cancelled.ts";
import { hasOwnAddress } from "./buyers-places.ts";
import type { Plan } from "./notify.ts";
import { placesOf } from "./places-of.ts";

export interface CancelledPlaces {
  readonly orderNumber: OrderNumber;
  readonly placeIds: readonly PlaceId[];
  readonly why: CancelledBecause;
  readonly owedBackOre: number;
  readonly orderCancelled: boolean;
}

/** One mail to the buyer, and one to each participant of these places with an address of their own. */
export function planPlacesCancelled(fact: CancelledPlaces): Plan {
  const { orderNumber, placeIds, why, owedBackOre, orderCancelled } = fact;
  return async (readings) => {
    const order = await readings.order(orderNumber);
    const places = order ? await readings.places(placesOf(order)) : [];
    const others = places.filter(
      (place) => order && placeIds.includes(place.placeId) && hasOwnAddress(place, order.buyer.email),
    );
    return [
      {
        template: "places-cancelled",
        orderNumber,
        placeIds: [...placeIds],
        why,
        owedBack: ore(owedBackOre),
        orderCancelled,
      },
      ...others.map(
        ({ offeringId, placeId }): Notice => ({ template: "place-cancelled", orderNumber, offeringId, placeId, why }),
      ),
    ];
  };
}

/** To each of these participants of a course that was ordered as a whole; its buyer knows, or is told of the course. */
export function planServicePlacesCancelled(fact: {
  readonly orderNumber: OrderNumber;
  readonly offeringId: OfferingId;
  readonly placeIds: readonly PlaceId[];
  readonly why: CancelledBecause;
}): Plan {
  const { orderNumber, offeringId, placeIds, why } = fact;
  return async (readings) => {
    const [order, places] = await Promise.all([
      readings.order(orderNumber),
      readings.places(placeIds.map((placeId) => ({ offeringId, placeId }))),
    ]);
    const others = places.filter((place) => order && hasOwnAddress(place, order.buyer.email));
    return others.map(
      ({ placeId }): Notice => ({
        template: "place-cancelled",
        orderNumber,
        offeringId,
        placeId,
        why,
      }),
    );
  };
}
