import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId, OrderNumber, PlaceId, WorkplaceCourseId } from "#kernel/ids";

/** Somebody is off the list of a course at their workplace, and their place free; the course costs the same. */
export const workplaceParticipantRemoved = defineEvent(
  "agreements.workplace-participant-removed.v1",
  z.object({
    courseId: WorkplaceCourseId,
    offeringId: OfferingId,
    orderNumber: OrderNumber,
    placeId: PlaceId,
    by: z.enum(["contact", "administrator"]),
  }),
  [
    {
      courseId: "wpc_4z8m1kq7w2n9p3r5t6v0xa",
      offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa",
      orderNumber: "K7M4-9QXY",
      placeId: "plc_9w3k1mq7z2n8p4r6t5v0xa",
      by: "contact",
    },
  ],
);
