import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId, PlaceId } from "#kernel/ids";

/** Somebody takes part in a cohort: a place was confirmed with a name, or another comes instead. */
export const participationStarted = defineEvent(
  "education.participation-started.v1",
  z.object({ cohortId: OfferingId, placeId: PlaceId }),
  [{ cohortId: "off_4z8m1kq7w2n9p3r5t6v0xa", placeId: "plc_9w3k1mq7z2n8p4r6t5v0xa" }],
);
