import * as z from "zod";
import { Instant } from "#kernel/clock";
import { defineEvent } from "#kernel/event";
import { EntryId, OfferingId } from "#kernel/ids";

/** A free place is held for the first in line, who may take it until `until`. */
export const offerMade = defineEvent(
  "registration.offer-made.v1",
  z.object({ offeringId: OfferingId, entryId: EntryId, until: Instant }),
  [
    {
      offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa",
      entryId: "ent_7c3kq1m9w2n8p4r6t5v0xa",
      until: "2026-11-04T09:00:00.000Z",
    },
  ],
);
