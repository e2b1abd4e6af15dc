import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { PersonalDataRequestId } from "#kernel/ids";

/** Somebody asked to be erased, and has confirmed it. */
export const erasureRequested = defineEvent(
  "people.erasure-requested.v1",
  z.object({ requestId: PersonalDataRequestId }),
  [{ requestId: "pdr_4z8m1kq7w2n9p3r5t6v0xa" }],
);
