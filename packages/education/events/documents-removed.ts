import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { DocumentId, OfferingId, PlaceId } from "#kernel/ids";

/** Documents were removed whose files were kept: the files are to go too. */
export const documentsRemoved = defineEvent(
  "education.documents-removed.v1",
  z.object({ cohortId: OfferingId, placeId: PlaceId, documentIds: z.array(DocumentId).min(1).max(5) }),
  [
    {
      cohortId: "off_4z8m1kq7w2n9p3r5t6v0xa",
      placeId: "plc_9w3k1mq7z2n8p4r6t5v0xa",
      documentIds: ["doc_3m8k1wq7z2n9p4r6t5v0xa"],
    },
  ],
);
