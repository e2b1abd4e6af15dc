import { forSale } from "#catalogue/store/for-sale";
import { stockParts } from "#catalogue/store/stock-parts";
import { systemClock } from "#kernel/clock";
import { invoiceBases } from "#ordering/store/invoice-bases";
import { orders } from "#ordering/store/orders";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { placeParts, placeReads } from "#registration/store/place-parts";

/** What all of ordering's functions are made of. */
export function wireOrdering(table: Table) {
  return {
    unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
    forSale: forSale(table),
    orders: orders(table),
    placeReads: placeReads(table),
    placeParts: placeParts(),
    stock: stockParts(),
    invoiceBases: invoiceBases(table),
    clock: systemClock,
    random: systemRandom,
  };
}
