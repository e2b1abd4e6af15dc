import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId, PlaceId } from "#kernel/ids";

/** Somebody who had left takes part again, with all that was kept. */
export const participationResumed = defineEvent(
  "education.participation-resumed.v1",
  z.object({ cohortId: OfferingId, placeId: PlaceId }),
  [{ cohortId: "off_4z8m1kq7w2n9p3r5t6v0xa", placeId: "plc_9w3k1mq7z2n8p4r6t5v0xa" }],
);
