import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId, OrderNumber, WorkplaceCourseId } from "#kernel/ids";

/** The organisation has accepted the offer: there is an offering and an order. */
export const workplaceCourseOrdered = defineEvent(
  "agreements.workplace-course-ordered.v1",
  z.object({ courseId: WorkplaceCourseId, offeringId: OfferingId, orderNumber: OrderNumber }),
  [{ courseId: "wpc_4z8m1kq7w2n9p3r5t6v0xa", offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", orderNumber: "K7M4-9QXY" }],
);
