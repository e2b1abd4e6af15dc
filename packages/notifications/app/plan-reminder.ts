import type { OfferingId, OrderNumber, PlaceId } from "#kernel/ids";
import { paysForAllOf } from "#ordering/ports/orders";
import { hasOwnAddress } from "./buyers-places.ts";
import type { Plan } from "./notify.ts";
import { standingPlacesOf } from "./places-of.ts";
import type { Readings } from "./readings.ts";

interface DuePlace {
  readonly orderNumber: OrderNumber;
  readonly offeringId: OfferingId;
  readonly placeId: PlaceId;
}

/** To the participant, when they have an address of their own; else to the buyer, once for all such places of the order. */
export function planOfferingReminder(due: DuePlace): Plan {
  const { orderNumber, offeringId, placeId } = due;
  return async (readings) => {
    const { places, buyersEmail, wholeCourse } = await placesHere(readings, due);
    const place = places.find((each) => each.placeId === placeId);
    if (!place) return [];
    const notice = { template: "offering-reminder", orderNumber, offeringId, placeId } as const;
    if (hasOwnAddress(place, buyersEmail)) return [{ ...notice, to: "participant" }];
    if (wholeCourse) return []; // whose contact has the course in their house
    const first = places.find((each) => !hasOwnAddress(each, buyersEmail));
    return first === place ? [{ ...notice, to: "buyer" }] : [];
  };
}

/** To the buyer, once for all places of the order that have no name. */
export function planNamingReminder(due: DuePlace): Plan {
  const { orderNumber, offeringId, placeId } = due;
  return async (readings) => {
    const { places } = await placesHere(readings, due);
    const first = places.find(({ participant }) => !participant);
    return first?.placeId === placeId ? [{ template: "naming-reminder", orderNumber, offeringId }] : [];
  };
}

/** The order's places in the offering that stand, in the order of its lines. */
async function placesHere(readings: Readings, { orderNumber, offeringId, placeId }: DuePlace) {
  const order = await readings.order(orderNumber);
  const all = order ? standingPlacesOf(order, { offeringId, placeId }) : [];
  const places = await readings.places(all.filter((ref) => ref.offeringId === offeringId));
  const wholeCourse = order !== undefined && paysForAllOf(order, offeringId);
  return { places, buyersEmail: order?.buyer.email ?? "", wholeCourse };
}
