import type { Seller } from "#kernel/seller";
import type { Table } from "#platform/dynamo/table";
import { acceptOfferUseCase } from "#registration/app/accept-offer";
import { countNeedsUseCase } from "#registration/app/count-needs";
import { getEntryUseCase } from "#registration/app/get-entry";
import { getEntryDetailsUseCase } from "#registration/app/get-entry-details";
import { getNamingUseCase } from "#registration/app/get-naming";
import { handOutUseCase } from "#registration/app/hand-out";
import { joinWaitingListUseCase } from "#registration/app/join-waiting-list";
import { leaveWaitingListUseCase } from "#registration/app/leave-waiting-list";
import { listParticipantsUseCase } from "#registration/app/list-participants";
import { listWaitingListUseCase } from "#registration/app/list-waiting-list";
import { nameParticipantUseCase } from "#registration/app/name-participant";
import type { RegistrationApp } from "#registration/http/routes";
import { wirePlaceOrder } from "../ordering/wire.ts";
import { wireRegistration } from "./wire.ts";

/** The use cases behind registration's routes. */
export function wireApi(
  table: Table,
  from: { readonly municipalityDomain: string; readonly seller: Seller },
): RegistrationApp {
  const ports = { ...wireRegistration(table), municipalityDomain: from.municipalityDomain };
  const placeOrder = wirePlaceOrder(table, from);
  const getEntry = getEntryUseCase(ports.waitingLists);
  return {
    joinWaitingList: joinWaitingListUseCase(ports),
    getEntry,
    getEntryDetails: getEntryDetailsUseCase({ ...ports, getEntry }),
    acceptOffer: acceptOfferUseCase({
      getEntry,
      orderPlace: (origin, { place, ...order }, locale) =>
        placeOrder(
          origin,
          { ...order, payment: "card", goods: [], places: [place], mailProof: place.mailProof },
          locale,
        ),
    }),
    leaveWaitingList: leaveWaitingListUseCase(ports),
    listWaitingList: listWaitingListUseCase(ports),
    getNaming: getNamingUseCase(ports),
    nameParticipant: nameParticipantUseCase(ports),
    countNeeds: countNeedsUseCase(ports.healthRows),
    handOut: handOutUseCase(ports),
    listParticipants: listParticipantsUseCase(ports),
  };
}
