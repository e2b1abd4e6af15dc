import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { DocumentId, OfferingId, PlaceId } from "#kernel/ids";
import { HandInKind } from "../domain/practice-document.ts";
/** An uploaded file was turned away, and is deleted: its participant is told why. */
export const documentRejected = defineEvent(
  "education.document-rejected.v1",
  z.object({ cohortId: OfferingId, placeId: PlaceId, kind: HandInKind, documentId: DocumentId }),
  [
    {
      cohortId: "off_4z8m1kq7w2n9p3r5t6v0xa",
      placeId: "plc_9w3k1mq7z2n8p4r6t5v0xa",
      kind: "portfolio",
      documentId: "doc_3m8k1wq7z2n9p4r6t5v0xa",
    },
  ],
);
