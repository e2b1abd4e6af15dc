import type { OrderNumber } from "#kernel/ids";
import type { Notice } from "../domain/notice.ts";
import { hasOwnAddress } from "./buyers-places.ts";
import type { Plan } from "./notify.ts";
import { offeringsOf, standingPlacesOf } from "./places-of.ts";

/**
 * One mail to the buyer, and one to each participant with an address of their own; those in cohorts are welcomed when their
 * participation starts.
 */
export function planOrderConfirmed({ orderNumber }: { readonly orderNumber: OrderNumber }): Plan {
  return async (readings) => {
    const order = await readings.order(orderNumber);
    if (!order) return [{ template: "order-confirmed", orderNumber }];
    // The mails need the offerings too: asked for now, they share the places' request.
    const [places, offerings] = await Promise.all([
      readings.places(standingPlacesOf(order)),
      readings.offerings(offeringsOf(order)),
    ]);
    const others = places.filter(
      (place) => hasOwnAddress(place, order.buyer.email) && offerings.get(place.offeringId)?.kind !== "cohort",
    );
    return [
      { template: "order-confirmed", orderNumber },
      ...others.map(
        ({ offeringId, placeId }): Notice => ({ template: "place-confirmed", orderNumber, offeringId, placeId }),
      ),
    ];
  };
}
