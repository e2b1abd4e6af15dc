import { forSale } from "#catalogue/store/for-sale";
import { stockParts } from "#catalogue/store/stock-parts";
import { certifiedTrainers } from "#certificates/store/certified-trainers";
import { systemClock } from "#kernel/clock";
import { orders } from "#ordering/store/orders";
import { mailProofParts } from "#people/store/mail-codes";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { namePlace } from "#registration/app/name-participant";
import { takePlacesUseCase } from "#registration/app/take-places";
import { capacityReads } from "#registration/store/capacity";
import { healthRows } from "#registration/store/health-rows";
import { placeParts, placeReads } from "#registration/store/place-parts";
import { placesOfOffering } from "#registration/store/places-of-offering";
import { scheduleParts, scheduleReads } from "#registration/store/schedule";
import { waitingListParts } from "#registration/store/waiting-list-parts";
import { waitingLists } from "#registration/store/waiting-lists";

/** What registration's functions are made of. */
export function wireRegistration(table: Table) {
  return {
    clock: systemClock,
    unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
    forSale: forSale(table),
    stock: stockParts(),
    mailProofs: mailProofParts(),
    certifiedTrainers: certifiedTrainers(),
    orders: orders(table),
    placeReads: placeReads(table),
    placeParts: placeParts(),
    placesOfOffering: placesOfOffering(table),
    healthRows: healthRows(table),
    schedule: { ...scheduleParts(), ...scheduleReads(table) },
    waitingLists: waitingLists(table),
    waitingListParts: waitingListParts(),
  };
}

/** How orders get their places. */
export function wireTakePlaces(table: Table, municipalityDomain: string) {
  return takePlacesUseCase({
    random: systemRandom,
    capacity: capacityReads(table),
    placeParts: placeParts(),
    waitingLists: waitingLists(table),
    waitingListParts: waitingListParts(),
    mailProofs: mailProofParts(),
    certifiedTrainers: certifiedTrainers(),
    municipalityDomain,
  });
}

/** How whoever looks after a place says who comes. */
export function wireNamePlace(municipalityDomain: string) {
  return namePlace({
    placeParts: placeParts(),
    stock: stockParts(),
    mailProofs: mailProofParts(),
    certifiedTrainers: certifiedTrainers(),
    municipalityDomain,
  });
}
