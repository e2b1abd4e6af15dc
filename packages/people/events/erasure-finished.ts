import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { PersonalDataRequestId } from "#kernel/ids";

/** What can be erased of somebody is erased, for the first time or more than before; the answer tells what was kept and why. */
export const erasureFinished = defineEvent(
  "people.erasure-finished.v1",
  z.object({ requestId: PersonalDataRequestId }),
  [{ requestId: "pdr_4z8m1kq7w2n9p3r5t6v0xa" }],
);
