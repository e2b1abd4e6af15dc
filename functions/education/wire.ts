import { forSale } from "#catalogue/store/for-sale";
import { noCertificate } from "#certificates/store/no-certificate";
import { cohorts } from "#education/store/cohorts";
import { groups } from "#education/store/groups";
import { histories } from "#education/store/histories";
import { participations } from "#education/store/participations";
import { systemClock } from "#kernel/clock";
import { orders } from "#ordering/store/orders";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { placeParts, placeReads } from "#registration/store/place-parts";
import { wireOfferingEdits } from "../catalogue/wire.ts";

/** What education's functions are made of. */
export function wireEducation(table: Table) {
  return {
    unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
    cohorts: cohorts(table),
    participations: participations(table),
    histories: histories(table),
    groups: groups(table),
    noCertificate: noCertificate(table),
    orders: orders(table),
    forSale: forSale(table),
    placeReads: placeReads(table),
    placeParts: placeParts(),
    offeringEdits: wireOfferingEdits(table),
  };
}
