import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";

/**
 * A round of offers came to the end of its page of the line, and goes on after `cursor`; or it begins, since sign-up is
 * open for longer.
 */
export const offerRoundContinued = defineEvent(
  "registration.offer-round-continued.v1",
  z.object({ offeringId: OfferingId, cursor: z.string().max(1000).optional() }),
  [
    { offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa" },
    { offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", cursor: "eyJwayI6Ik9GRkVSSU5HI29mZl80ejhtIn0" },
  ],
);
