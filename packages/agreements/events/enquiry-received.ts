import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { EnquiryId } from "#kernel/ids";

/** Somebody asks for a long-term agreement; nothing is agreed yet. */
export const enquiryReceived = defineEvent("agreements.enquiry-received.v1", z.object({ enquiryId: EnquiryId }), [
  { enquiryId: "enq_4z8m1kq7w2n9p3r5t6v0xa" },
]);
