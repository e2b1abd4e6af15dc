import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId, PlaceId } from "#kernel/ids";
import { HandInKind } from "../domain/practice-document.ts";
/** A reviewer approved a portfolio or essay. */
export const handInApproved = defineEvent(
  "education.hand-in-approved.v1",
  z.object({ cohortId: OfferingId, placeId: PlaceId, kind: HandInKind }),
  [{ cohortId: "off_4z8m1kq7w2n9p3r5t6v0xa", placeId: "plc_9w3k1mq7z2n8p4r6t5v0xa", kind: "portfolio" }],
);
