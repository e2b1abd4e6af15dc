import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { CertificateId, OfferingId, PlaceId } from "#kernel/ids";

/** A participant has a certificate: the first, or one in place of another. */
export const certificateIssued = defineEvent(
  "certificates.certificate-issued.v1",
  z.object({
    certificateId: CertificateId,
    cohortId: OfferingId,
    placeId: PlaceId,
    /** The one that no longer counts. */
    replaces: CertificateId.optional(),
  }),
  [
    {
      certificateId: "crt_0123456789abcdefghjkmn",
      cohortId: "off_0123456789abcdefghjkmn",
      placeId: "plc_0123456789abcdefghjkmn",
    },
  ],
);
