import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId, PlaceId } from "#kernel/ids";

/** Somebody takes part no longer: their place was cancelled, or they left during the year. What they did is kept. */
export const participationWithdrawn = defineEvent(
  "education.participation-withdrawn.v1",
  z.object({ cohortId: OfferingId, placeId: PlaceId, why: z.enum(["place-cancelled", "left"]) }),
  [{ cohortId: "off_4z8m1kq7w2n9p3r5t6v0xa", placeId: "plc_9w3k1mq7z2n8p4r6t5v0xa", why: "left" }],
);
