import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { EntryId, OfferingId } from "#kernel/ids";

/** An offered place was not taken in time, and goes to the next in line. */
export const offerLapsed = defineEvent(
  "registration.offer-lapsed.v1",
  z.object({ offeringId: OfferingId, entryId: EntryId }),
  [{ offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", entryId: "ent_7c3kq1m9w2n8p4r6t5v0xa" }],
);
