import { refusal } from "#kernel/domain-error";
import { mint, type RandomBytes } from "#kernel/id";
import { type EntryId, PlaceId } from "#kernel/ids";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { CapacityReads } from "#registration/ports/capacity";
import type { EntitledRequest, Place, PlaceParts } from "#registration/ports/places";
import type { TakePlaces } from "#registration/ports/take-places";
import type { Entry, WaitingListParts, WaitingLists } from "#registration/ports/waiting-list";
import { withoutRoom } from "../domain/capacity.ts";
import { signUp } from "../domain/sign-up.ts";
import { ticketTypeOf } from "../domain/terms.ts";
import { end, type OfferedEntry, offerToTake } from "../domain/waiting-list.ts";
import { participantNamed } from "../events/participant-named.ts";
import { type ShownByHolderPorts, shownByHolder } from "./shown-by-holder.ts";

export interface TakePlacesPorts extends ShownByHolderPorts {
  readonly random: RandomBytes;
  readonly capacity: CapacityReads;
  readonly placeParts: PlaceParts;
  readonly waitingLists: WaitingLists;
  readonly waitingListParts: WaitingListParts;
  readonly municipalityDomain: string;
}

export function takePlacesUseCase(ports: TakePlacesPorts): TakePlaces {
  const { random, capacity, placeParts, waitingLists, waitingListParts, municipalityDomain } = ports;

  async function entriesOf(requests: readonly EntitledRequest[]): Promise<ReadonlyMap<EntryId, Entry>> {
    const asked = requests.flatMap(({ offeringId, offer }) => (offer ? [{ offeringId, entryId: offer.entryId }] : []));
    if (new Set(asked.map(({ entryId }) => entryId)).size < asked.length) throw refusal("offer-unknown", {});
    const found = await waitingLists.load(asked);
    return new Map(found.flatMap((entry) => (entry ? [[entry.entryId, entry]] : [])));
  }

  /** A place is taken from the counters, or from the offer that took it from them. */
  function holding(place: Place, terms: number, offered: OfferedEntry | undefined): TransactionPart[] {
    if (!offered) return [placeParts.hold(place, terms)];
    return [
      placeParts.holdOffered(place, terms),
      waitingListParts.accept(offered, end(offered, "accepted"), place.placeId),
    ];
  }

  /** @throws DomainError `offering-full` */
  async function refuseWithoutRoom(places: readonly Place[]): Promise<void> {
    const offeringIds = [...new Set(places.map(({ offeringId }) => offeringId))];
    const left = await capacity.left(offeringIds);
    for (const offeringId of offeringIds) {
      const ofOffering = places.filter((place) => place.offeringId === offeringId);
      const late = withoutRoom(ofOffering, left.get(offeringId) ?? {});
      if (late) throw refusal("offering-full", { offeringId, ticketTypeId: late.ticketTypeId });
    }
  }

  return async (requests, offerings, { orderNumber, now, look }) => {
    const entries = await entriesOf(requests);
    const taken = requests.map((request) => {
      const { offeringId, offer } = request;
      const offering = offerings.get(offeringId);
      if (!offering) throw refusal("offering-not-open", { offeringId, reason: "unpublished" });
      const place = signUp(offering, request, { placeId: mint(PlaceId, random), orderNumber, now, municipalityDomain });
      const offered =
        offer && offerToTake(entries.get(offer.entryId), { key: offer.key, ticketTypeId: place.ticketTypeId, now });
      const health = request.health ? [placeParts.answerHealth(place, request.health, now)] : [];
      const { ticketAddress } = place;
      const ticketType = ticketTypeOf(offering, place.ticketTypeId);
      const shown = shownByHolder(ports, ticketType, { ...request, ticketAddress }, now);
      // The order is there already, and its confirmation told nobody of this place.
      const named = request.entitled?.kind === "own-workplace" && place.participant !== undefined;
      const { placeId } = place;
      const told = named ? [record(participantNamed.of({ offeringId, placeId, orderNumber }))] : [];
      const as = (status: "held" | "confirmed") => [
        ...holding({ ...place, status }, offering.version, offered),
        ...health,
        ...told,
        ...shown,
      ];
      return { place, offering, offered, as };
    });
    refuseSameAddress(taken.map(({ place }) => place));
    if (look === "look-first")
      await refuseWithoutRoom(taken.filter(({ offered }) => !offered).map(({ place }) => place));
    return taken;
  };
}

/** One place for each address and offering, within one order too. */
function refuseSameAddress(places: readonly Place[]): void {
  const addresses = places.flatMap(({ offeringId, ticketAddress }) =>
    ticketAddress ? [`${offeringId} ${ticketAddress}`] : [],
  );
  if (new Set(addresses).size < addresses.length) throw refusal("participant-has-place", {});
}
