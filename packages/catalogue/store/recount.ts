import * as z from "zod";
import type { CatalogueRow } from "#catalogue/ports/recount";
import { norwegianDay } from "#kernel/norwegian-time";
import { type RowKind, rowKind } from "#platform/dynamo/row-kinds";
import { Offering } from "../domain/offering.ts";
import { Stock } from "../domain/stock.ts";

/** Whether it is below zero is for the recount to tell. */
const AnyStock = Stock.extend({ onHand: z.int(), available: z.int() });

export const catalogueRows: readonly RowKind<CatalogueRow>[] = [
  rowKind({ pk: "OFFERING#", sk: "OFFERING" }, Offering, (offering, { key }) => ({
    kind: "offering",
    key,
    offeringId: offering.offeringId,
    capacity: offering.capacity,
    status: offering.status,
    version: offering.version,
    isCohort: offering.kind === "cohort",
    startsOn: offering.sessions[0] ? norwegianDay(offering.sessions[0].startsAt) : "never",
    ticketTypes: offering.ticketTypes.map(({ ticketTypeId, quota }) => ({ ticketTypeId, quota })),
    allotments: offering.allotments.map(({ allotmentId, ticketTypeId, places }) => ({
      allotmentId,
      ticketTypeId,
      places,
    })),
  })),
  rowKind({ pk: "PRODUCT#", sk: "STOCK" }, AnyStock, ({ productId, onHand, available }, { key }) => ({
    kind: "stock",
    key,
    productId,
    onHand,
    available,
  })),
];
