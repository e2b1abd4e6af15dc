import * as z from "zod";
import { EntryId, OfferingId } from "#kernel/ids";
import { addressHash } from "#platform/dynamo/address-hash";
import { type RowKind, rowKind } from "#platform/dynamo/row-kinds";
import type { RegistrationRow } from "#registration/ports/recount";
import { Place } from "../domain/place.ts";
import { Entry } from "../domain/waiting-list.ts";
import { CapacityRow } from "./capacity.ts";
import { ENTRY, LINE, PLACE } from "./keys.ts";

const OFFERING = "OFFERING#";

export const registrationRows: readonly RowKind<RegistrationRow>[] = [
  rowKind({ pk: OFFERING, sk: PLACE }, Place, (place, { key }) => ({
    kind: "place",
    key,
    offeringId: place.offeringId,
    placeId: place.placeId,
    orderNumber: place.orderNumber,
    status: place.status,
    ticketTypeId: place.ticketTypeId,
    allotmentId: place.allotmentId,
    version: place.version,
    seatId: place.seat?.seatId,
    products: place.goods.map(({ productId }) => productId),
    handedOut: place.handedOut === true,
    address: place.participant?.email && addressHash(place.participant.email),
  })),
  rowKind({ pk: OFFERING, sk: ENTRY }, Entry, ({ offeringId, entryId, ticketTypeId, status, version }, { key }) => ({
    kind: "entry",
    key,
    offeringId,
    entryId,
    ticketTypeId,
    status,
    version,
  })),
  rowKind({ pk: OFFERING, sk: LINE }, z.object({ entryId: EntryId }), ({ entryId }, { key }) => ({
    kind: "in-line",
    key,
    entryId,
  })),
  rowKind({ pk: OFFERING, sk: "CAPACITY" }, CapacityRow, (counters, { key, pk }) => ({
    kind: "capacity",
    key,
    offeringId: OfferingId.parse(pk.slice(OFFERING.length)),
    counters: Object.fromEntries(Object.entries(counters).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  })),
];
