import type { OfferingId, OrderNumber, PlaceId } from "#kernel/ids";
import { hasOwnAddress } from "./buyers-places.ts";
import type { Plan } from "./notify.ts";

/**
 * To a participant who was named after the order, when they have an address of their own; those in cohorts are welcomed when
 * their participation starts.
 */
export function planParticipantNamed(named: {
  readonly orderNumber: OrderNumber;
  readonly offeringId: OfferingId;
  readonly placeId: PlaceId;
}): Plan {
  const { orderNumber, offeringId, placeId } = named;
  return async (readings) => {
    const [order, [place], offerings] = await Promise.all([
      readings.order(orderNumber),
      readings.places([{ offeringId, placeId }]),
      readings.offerings([offeringId]),
    ]);
    const ordinary = offerings.get(offeringId)?.kind !== "cohort";
    const told = ordinary && order && place?.status === "confirmed" && hasOwnAddress(place, order.buyer.email);
    return told ? [{ template: "place-confirmed", orderNumber, offeringId, placeId }] : [];
  };
}
