import type { Offering } from "#catalogue/ports/for-sale";
import { offeringKey } from "#catalogue/store/keys";
import { type Caller, PersonId } from "#kernel/caller";
import { DomainError } from "#kernel/domain-error";
import { type AccessKey, mint } from "#kernel/id";
import type { EntryId, OrderNumber } from "#kernel/ids";
import { sum, ZERO } from "#kernel/money";
import { part } from "#kernel/transaction-part";
import { type PlaceOrderCommand, placeOrderUseCase } from "#ordering/app/place-order";
import { systemRandom } from "#platform/random";
import { closeWaitingListUseCase } from "#registration/app/close-waiting-list";
import { getEntryUseCase } from "#registration/app/get-entry";
import { joinWaitingListUseCase } from "#registration/app/join-waiting-list";
import { lapseOfferUseCase } from "#registration/app/lapse-offer";
import { leaveWaitingListUseCase } from "#registration/app/leave-waiting-list";
import { listWaitingListUseCase } from "#registration/app/list-waiting-list";
import { makeOffersUseCase } from "#registration/app/make-offers";
import { takePlacesUseCase } from "#registration/app/take-places";
import { closingRoundContinued } from "#registration/events/closing-round-continued";
import { offerRoundContinued } from "#registration/events/offer-round-continued";
import { placesReleased } from "#registration/events/places-released";
import { waitingListJoined } from "#registration/events/waiting-list-joined";
import type { PlaceRequest } from "#registration/ports/places";
import { capacityKey } from "#registration/store/keys";
import { KARI, ORDINARY, openShop, type Working } from "#test/shop";

/** Logged in, so that her free orders need no code by mail. */
const KARI_LOGGED_IN: Caller = {
  kind: "person",
  personId: mint(PersonId, systemRandom),
  email: KARI.email,
  roles: ["participant"],
};

/** A shop with its waiting lists, and ways to fill an offering and to let time and events pass. */
export async function openLine(working?: Working) {
  const shop = await openShop(undefined, undefined, working);
  const { ports } = shop;
  const makeOffers = makeOffersUseCase(ports);
  const lapseOffer = lapseOfferUseCase(ports);
  const join = joinWaitingListUseCase(ports);
  const leave = leaveWaitingListUseCase(ports);
  const getEntry = getEntryUseCase(ports.waitingLists);
  const handled = new Set<string>();

  /**
   * Orders `places` places at the ticket type's price, by card or free of charge, as one who is logged in; `using` puts other
   * parts in the place of the real ones.
   */
  function order(
    offering: Offering,
    more: Partial<PlaceRequest> & { readonly places?: number; readonly each?: readonly Partial<PlaceRequest>[] } = {},
    using: Partial<Pick<typeof ports, "placeParts" | "capacity">> = {},
  ) {
    const { places = 1, each = Array.from({ length: places }, () => ({})), ...rest } = more;
    const takePlaces = takePlacesUseCase({ ...ports, random: systemRandom, ...using });
    const { offeringId } = offering;
    const requests = each.map((one) => ({
      offeringId,
      ticketTypeId: ORDINARY,
      chosenGoods: [],
      answers: [],
      ...rest,
      ...one,
    }));
    const prices = new Map(offering.ticketTypes.map(({ ticketTypeId, price }) => [ticketTypeId, price]));
    const command: PlaceOrderCommand = {
      buyer: KARI,
      payment: "card",
      goods: [],
      places: requests,
      expectedTotal: sum(requests.map(({ ticketTypeId }) => prices.get(ticketTypeId) ?? ZERO)),
    };
    return placeOrderUseCase({ ...ports, takePlaces })(shop.origin(), command, "nb", KARI_LOGGED_IN);
  }

  return {
    ...shop,
    order,
    makeOffers,
    lapseOffer,
    getEntry,
    listWaitingList: listWaitingListUseCase({ ...ports, clock: shop.clock }),
    /** Joins a second after whoever joined before. */
    join(offering: Offering, ticketTypeId = ORDINARY) {
      shop.pass(1);
      return join(
        shop.origin(),
        offering.offeringId,
        { name: "Ola Eksempel", email: "ola@example.no", ticketTypeId },
        "nb",
      );
    },
    leave: (offering: Offering, entry: { entryId: EntryId; key: AccessKey }) =>
      leave(
        shop.origin(),
        { offeringId: offering.offeringId, entryId: entry.entryId },
        { kind: "guest", key: entry.key },
      ),
    /** Writes the offering as it is now, whatever it was. */
    replaceOffering: (offering: Offering) =>
      ports.unitOfWork.handle(shop.origin(), async () => [
        part([{ kind: "replace", key: offeringKey(offering.offeringId), item: { ...offering }, guards: [] }]),
      ]),
    /** An entry as its own sees it. */
    see: (offering: Offering, entry: { entryId: EntryId; key: AccessKey }) =>
      getEntry({ offeringId: offering.offeringId, entryId: entry.entryId }, { kind: "guest", key: entry.key }),
    /** Cancels the order's places, as a buyer's cancellation does. */
    async cancelPlaces(offering: Offering, orderNumber: OrderNumber): Promise<void> {
      await ports.unitOfWork.handle(shop.origin(), async () => {
        const order = await ports.orders.get(orderNumber);
        const asked = (order?.lines ?? []).flatMap((line) =>
          line.kind === "place" ? [{ offeringId: offering.offeringId, placeId: line.placeId }] : [],
        );
        return [ports.placeParts.cancel(await ports.placeReads.load(asked))];
      });
    },
    closeWaitingList: closeWaitingListUseCase(ports),
    /** Hands the context every event it has not handled yet, and those that come of them, until there are none. */
    async settleEvents(): Promise<void> {
      for (;;) {
        const facts = (await shop.facts()).filter(({ id }) => !handled.has(id));
        if (facts.length === 0) return;
        for (const { id, type, data, correlationId } of facts) {
          const origin = { correlationId, delivery: { context: "registration", eventId: id } };
          if (type === placesReleased.type) await makeOffers(origin, placesReleased.data.parse(data).offeringId);
          if (type === waitingListJoined.type) await makeOffers(origin, waitingListJoined.data.parse(data).offeringId);
          if (type === offerRoundContinued.type) {
            const { offeringId, cursor } = offerRoundContinued.data.parse(data);
            await makeOffers(origin, offeringId, cursor);
          }
          if (type === closingRoundContinued.type) {
            const { offeringId, cursor } = closingRoundContinued.data.parse(data);
            await closeWaitingListUseCase(ports)(origin, offeringId, cursor);
          }
          handled.add(id);
        }
      }
    },
    /** The offering's counters. */
    async counters(offering: Offering) {
      return ports.waitingLists.counters(offering.offeringId);
    },
    /** Places that are held or confirmed, counted from the rows. */
    async placesTaken(offering: Offering): Promise<number> {
      const rows = await shop.rows(capacityKey(offering.offeringId).pk);
      return rows.filter((row) => String(row["sk"]).startsWith("PLACE#") && row["status"] !== "cancelled").length;
    },
  };
}

/** What a command comes to: its answer, or the code of its refusal. */
export async function outcome<Answer>(command: Promise<Answer>): Promise<Answer | string> {
  try {
    return await command;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
