import type { OfferingId } from "#kernel/ids";
import type { Place } from "#registration/ports/places";
import type { Notice } from "../domain/notice.ts";
import type { Changed } from "../domain/templates/offering-changed.ts";
import { changeRoundContinued } from "../events/change-round-continued.ts";
import { hasOwnAddress } from "./buyers-places.ts";
import type { Follow, Plan } from "./notify.ts";
import { standingPlacesOf } from "./places-of.ts";
import type { Readings } from "./readings.ts";

export interface ChangeRound {
  readonly offeringId: OfferingId;
  readonly changed: readonly Changed[];
  /** None: the first round. */
  readonly cursor?: string;
}

/** A page of the offering's confirmed places: each participant with an address, and each buyer once. */
export function planOfferingChanged(round: ChangeRound): Plan {
  return async (readings) => {
    const { items } = await readings.placesOfOffering(round);
    const confirmed = items.filter(({ status }) => status === "confirmed");
    return (await Promise.all(confirmed.map((place) => noticesOf(place, round.changed, readings)))).flat();
  };
}

/** The next round, if there is one. */
export function goOnAfter(round: ChangeRound): Follow {
  return async (readings) => {
    const { cursor } = await readings.placesOfOffering(round);
    const { offeringId, changed } = round;
    return cursor ? [changeRoundContinued.of({ offeringId, changed: [...changed], cursor })] : [];
  };
}

async function noticesOf(place: Place, changed: readonly Changed[], readings: Readings): Promise<Notice[]> {
  const { orderNumber, offeringId, placeId } = place;
  const order = await readings.order(orderNumber);
  if (!order) return [];
  const first = standingPlacesOf(order).find((ref) => ref.offeringId === offeringId);
  const tell = (to: "buyer" | "participant"): Notice[] => [
    { template: "offering-changed", orderNumber, offeringId, placeId, changed: [...changed], to },
  ];
  return [
    ...(first?.placeId === placeId ? tell("buyer") : []),
    ...(hasOwnAddress(place, order.buyer.email) ? tell("participant") : []),
  ];
}
