import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";

/** What is included in an offering's places is handed out: it goes on after `cursor`, or begins. */
export const handOutContinued = defineEvent(
  "registration.hand-out-continued.v1",
  z.object({ offeringId: OfferingId, cursor: z.string().max(1000).optional() }),
  [
    { offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa" },
    { offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", cursor: "eyJwayI6Ik9GRkVSSU5HI29mZl80ejhtIn0" },
  ],
);
