import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";

/** An offering is open for sign-up from its own date on. */
export const offeringPublished = defineEvent(
  "catalogue.offering-published.v1",
  z.object({ offeringId: OfferingId, version: z.int().min(1) }),
  [{ offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", version: 2 }],
);
