import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { EntryId, OfferingId } from "#kernel/ids";

/** Somebody doesn't wait any more, or said no to the place they were offered. */
export const waitingListLeft = defineEvent(
  "registration.waiting-list-left.v1",
  z.object({ offeringId: OfferingId, entryId: EntryId, declinedOffer: z.boolean() }),
  [{ offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", entryId: "ent_7c3kq1m9w2n8p4r6t5v0xa", declinedOffer: false }],
);
