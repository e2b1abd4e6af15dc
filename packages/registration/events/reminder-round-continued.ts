import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";

/** The time for an offering's reminders has come: they go on after `cursor`, or begin. */
export const reminderRoundContinued = defineEvent(
  "registration.reminder-round-continued.v1",
  z.object({
    offeringId: OfferingId,
    about: z.enum(["offering-reminder", "naming-reminder"]),
    cursor: z.string().max(1000).optional(),
  }),
  [
    { offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", about: "offering-reminder" },
    {
      offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa",
      about: "naming-reminder",
      cursor: "eyJwayI6Ik9GRkVSSU5HI29mZl80ejhtIn0",
    },
  ],
);
