import type { ForSale, Offering } from "#catalogue/ports/for-sale";
import type { OfferingId, OrderNumber } from "#kernel/ids";
import type { Order, OrderReads } from "#ordering/ports/orders";
import type { Place, PlaceReads, PlaceRef } from "#registration/ports/places";

export interface ReadingPorts {
  readonly orders: OrderReads;
  readonly forSale: ForSale;
  readonly placeReads: PlaceReads;
}

/** What mails are written from. Each thing is read once a delivery, however many mails are written from it. */
export interface Readings {
  order(orderNumber: OrderNumber): Promise<Order | undefined>;
  offerings(offeringIds: readonly OfferingId[]): Promise<ReadonlyMap<OfferingId, Offering>>;
  places(refs: readonly PlaceRef[]): Promise<readonly Place[]>;
}

export function readingsOf({ orders, forSale, placeReads }: ReadingPorts): Readings {
  return {
    order: once((orderNumber) => orders.get(orderNumber)),
    offerings: once(async (offeringIds) =>
      offeringIds.length > 0 ? (await forSale.load({ products: [], offerings: offeringIds })).offerings : new Map(),
    ),
    places: once((refs) => placeReads.load(refs.map(({ offeringId, placeId }) => ({ offeringId, placeId })))),
  };
}

function once<Asked, Found>(read: (asked: Asked) => Promise<Found>): (asked: Asked) => Promise<Found> {
  const known = new Map<string, Promise<Found>>();
  return (asked) => {
    const key = JSON.stringify(asked);
    const found = known.get(key) ?? read(asked);
    known.set(key, found);
    return found;
  };
}
