import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { PersonalDataRequestId } from "#kernel/ids";

/**
 * A page of the table was looked through for somebody's request, and the next one is to be. Where it begins stands with the
 * request: a key may hold the hash of an address.
 */
export const personalDataWalkContinued = defineEvent(
  "people.personal-data-walk-continued.v1",
  z.object({ requestId: PersonalDataRequestId, round: z.int().min(1), page: z.int().min(1) }),
  [{ requestId: "pdr_4z8m1kq7w2n9p3r5t6v0xa", round: 1, page: 2 }],
);
