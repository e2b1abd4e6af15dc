import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";

/** A published offering has other dates or another venue: everybody with a place is told. */
export const offeringChanged = defineEvent(
  "catalogue.offering-changed.v1",
  z.object({
    offeringId: OfferingId,
    version: z.int().min(1),
    changed: z.array(z.enum(["dates", "venue"])).min(1),
  }),
  [{ offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", version: 3, changed: ["dates"] }],
);
