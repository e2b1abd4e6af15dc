import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { EntryId, OfferingId } from "#kernel/ids";

/** The offering is cancelled: who waited, or had an offer, gets no place. */
export const waitingListClosed = defineEvent(
  "registration.waiting-list-closed.v1",
  z.object({ offeringId: OfferingId, entryId: EntryId }),
  [{ offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", entryId: "ent_2b6d8f0h3k5n7q9s1v4x6z" }],
);
