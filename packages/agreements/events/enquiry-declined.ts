import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { EnquiryId } from "#kernel/ids";

/** The centre has no room for an agreement that was asked for. */
export const enquiryDeclined = defineEvent("agreements.enquiry-declined.v1", z.object({ enquiryId: EnquiryId }), [
  { enquiryId: "enq_4z8m1kq7w2n9p3r5t6v0xa" },
]);
