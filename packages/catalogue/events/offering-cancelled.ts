import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";

/** An offering is called off: everybody with a place is told, and has their money back. Why is kept on the offering. */
export const offeringCancelled = defineEvent("catalogue.offering-cancelled.v1", z.object({ offeringId: OfferingId }), [
  { offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa" },
]);
