import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { CertificateId, OfferingId, PlaceId } from "#kernel/ids";

/** A certificate no longer counts, and that is final. Why stays with us. */
export const certificateRevoked = defineEvent(
  "certificates.certificate-revoked.v1",
  z.object({ certificateId: CertificateId, cohortId: OfferingId, placeId: PlaceId }),
  [
    {
      certificateId: "crt_0123456789abcdefghjkmn",
      cohortId: "off_0123456789abcdefghjkmn",
      placeId: "plc_0123456789abcdefghjkmn",
    },
  ],
);
