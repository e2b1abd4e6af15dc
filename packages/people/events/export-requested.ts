import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { PersonalDataRequestId } from "#kernel/ids";

/** Somebody asked to see what is held about them. */
export const exportRequested = defineEvent(
  "people.export-requested.v1",
  z.object({ requestId: PersonalDataRequestId }),
  [{ requestId: "pdr_4z8m1kq7w2n9p3r5t6v0xa" }],
);
