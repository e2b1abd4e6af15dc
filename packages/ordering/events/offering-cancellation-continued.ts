import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";

/** Some of a cancelled offering's places are cancelled; the walk goes on from the cursor, or from the start without one. */
export const offeringCancellationContinued = defineEvent(
  "ordering.offering-cancellation-continued.v1",
  z.object({ offeringId: OfferingId, cursor: z.string().optional() }),
  [{ offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", cursor: "eyJwayI6Ik9GRkVSSU5HI29mZl80ejgifQ" }],
);
