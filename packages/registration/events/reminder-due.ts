import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId, OrderNumber, PlaceId } from "#kernel/ids";

/** An offering begins soon: whoever has this place is reminded. */
export const reminderDue = defineEvent(
  "registration.reminder-due.v1",
  z.object({ offeringId: OfferingId, placeId: PlaceId, orderNumber: OrderNumber }),
  [{ offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", placeId: "plc_9w3k1mq7z2n8p4r6t5v0xa", orderNumber: "K7M4-9QXY" }],
);
