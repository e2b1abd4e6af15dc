import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { EntryId, OfferingId, PlaceId } from "#kernel/ids";

/** The place somebody was offered is in an order now. */
export const offerAccepted = defineEvent(
  "registration.offer-accepted.v1",
  z.object({ offeringId: OfferingId, entryId: EntryId, placeId: PlaceId }),
  [
    {
      offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa",
      entryId: "ent_7c3kq1m9w2n8p4r6t5v0xa",
      placeId: "plc_9w3k1mq7z2n8p4r6t5v0xa",
    },
  ],
);
