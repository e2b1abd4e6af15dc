import type { Offering } from "#catalogue/ports/for-sale";
import { offeringKey } from "#catalogue/store/keys";
import { mint, mintAccessKey } from "#kernel/id";
import { type OfferingId, OrderNumber, PlaceId } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { newOrderNumber } from "#kernel/order-number";
import { part } from "#kernel/transaction-part";
import { cancelOfferingPlacesUseCase } from "#ordering/app/cancel-offering-places";
import { placeOrder, ticketOnSale } from "#ordering/domain/place-order";
import { systemRandom } from "#platform/random";
import { placesOfOffering } from "#registration/store/places-of-offering";
import { KARI, ORDINARY, type Shop } from "./shop.ts";

/** Walks as the bus would: each event of the walk in turn, and every tenth delivered twice. */
export function walker(shop: Shop) {
  const places = placesOfOffering(shop.table);
  let next: string | undefined;
  const cancelOfferingPlaces = cancelOfferingPlacesUseCase({
    ...shop.ports,
    placesOfOffering: {
      async page(...asked) {
        const page = await places.page(...asked);
        next = page.cursor;
        return page;
      },
    },
  });
  return async (offeringId: OfferingId, walk: string): Promise<number> => {
    let events = 0;
    let cursor: string | undefined;
    do {
      const origin = { ...shop.origin(), delivery: { context: "ordering", eventId: `${walk}-${events}` } };
      await cancelOfferingPlaces(origin, offeringId, cursor);
      if (events % 10 === 0) await cancelOfferingPlaces(origin, offeringId, cursor);
      cursor = next;
      events += 1;
    } while (cursor);
    return events;
  };
}

/** Confirmed free orders of one place each, 20 in a transaction, as so many buyers would have made them. */
export async function freeOrders(shop: Shop, offering: Offering, count: number): Promise<void> {
  const { unitOfWork, orders, placeParts } = shop.ports;
  const now = shop.clock();
  for (let made = 0; made < count; made += 20) {
    await unitOfWork.handle(shop.origin(), async () =>
      Array.from({ length: Math.min(20, count - made) }, () => {
        const orderNumber = OrderNumber.parse(newOrderNumber(systemRandom));
        const placeId = mint(PlaceId, systemRandom);
        const order = placeOrder(
          {
            buyer: KARI,
            locale: "nb",
            payment: "card",
            goods: [],
            places: [{ ticket: ticketOnSale(offering, ORDINARY), placeId }],
            expectedTotal: kroner(0),
          },
          { orderNumber, key: mintAccessKey(systemRandom), now },
          [],
        );
        const place = { placeId, offeringId: offering.offeringId, ticketTypeId: ORDINARY, orderNumber, takenAt: now };
        const rest = { status: "confirmed" as const, answers: [], goods: [], healthAnswered: false, version: 1 };
        return [orders.create(order), placeParts.hold({ ...place, ...rest }, offering.version)];
      }).flat(),
    );
  }
}

export async function callOff(shop: Shop, offering: Offering): Promise<void> {
  await shop.ports.unitOfWork.handle(shop.origin(), async () => [
    part([{ kind: "change", key: offeringKey(offering.offeringId), set: { status: "cancelled" }, guards: [] }]),
  ]);
}
