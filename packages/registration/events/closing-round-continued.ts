import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";

/** The closing of a cancelled offering's waiting list came to the end of its page, and goes on after `cursor`. */
export const closingRoundContinued = defineEvent(
  "registration.closing-round-continued.v1",
  z.object({ offeringId: OfferingId, cursor: z.string().max(1000) }),
  [{ offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", cursor: "eyJwayI6Ik9GRkVSSU5HI29mZl80ejhtIn0" }],
);
