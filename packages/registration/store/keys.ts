import type { Instant } from "#kernel/clock";
import type { EntryId, OfferingId } from "#kernel/ids";
import { addressHash } from "#platform/dynamo/address-hash";
import type { PlaceRef } from "#registration/ports/places";
import type { EntryRef } from "#registration/ports/waiting-list";
import type { DueKind } from "../domain/schedule.ts";

const partition = (offeringId: OfferingId) => `OFFERING#${offeringId}`;

export const capacityKey = (offeringId: OfferingId) => ({ pk: partition(offeringId), sk: "CAPACITY" });

export const PLACE = "PLACE#";
export const placeKey = (place: PlaceRef) => ({ pk: partition(place.offeringId), sk: `${PLACE}${place.placeId}` });

/** Answers about health, apart from everything else. */
export const HEALTH = "HEALTH#";
export const healthKey = (place: PlaceRef) => ({ pk: partition(place.offeringId), sk: `${HEALTH}${place.placeId}` });

export const ENTRY = "ENTRY#";
export const entryKey = (entry: EntryRef) => ({ pk: partition(entry.offeringId), sk: `${ENTRY}${entry.entryId}` });

/** There while a place is tied to the address. */
export const TICKET = "TICKET#";
export const ticketKey = (offeringId: OfferingId, address: string) => ({
  pk: partition(offeringId),
  sk: `${TICKET}${addressHash(address)}`,
});

/** What comes due once for a whole offering. */
export const DUE = "DUE#";
export const dueKey = (offeringId: OfferingId, kind: DueKind) => ({ pk: partition(offeringId), sk: `${DUE}${kind}` });

/** The line: one row for each who waits, and only while they do, in the order they joined. */
export const LINE = "LINE#";
export const lineKey = (entry: {
  readonly offeringId: OfferingId;
  readonly entryId: EntryId;
  readonly joinedAt: Instant;
}) => ({ pk: partition(entry.offeringId), sk: `${LINE}${entry.joinedAt}#${entry.entryId}` });

export const waitingListPartition = (offeringId: OfferingId) => `waiting-list#${offeringId}`;
