import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { PersonalDataRequestId } from "#kernel/ids";

/** What is held about somebody has been gathered, and can be read by them. */
export const exportFinished = defineEvent("people.export-finished.v1", z.object({ requestId: PersonalDataRequestId }), [
  { requestId: "pdr_4z8m1kq7w2n9p3r5t6v0xa" },
]);
