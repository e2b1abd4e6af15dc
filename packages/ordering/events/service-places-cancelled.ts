import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId, OrderNumber, PlaceId } from "#kernel/ids";

/** Places in a whole course that is called off; they had no price of their own. */
export const servicePlacesCancelled = defineEvent(
  "ordering.service-places-cancelled.v1",
  z.object({ orderNumber: OrderNumber, offeringId: OfferingId, placeIds: z.array(PlaceId).min(1) }),
  [
    {
      orderNumber: "K7M4-9QXY",
      offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa",
      placeIds: ["plc_4z8m1kq7w2n9p3r5t6v0xa"],
    },
  ],
);
