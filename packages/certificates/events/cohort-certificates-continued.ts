import * as z from "zod";
import { PersonId } from "#kernel/caller";
import { defineEvent } from "#kernel/event";
import { OfferingId, PlaceId } from "#kernel/ids";

/** Some of a cohort's certificates are issued, and there are more: those after `cursor`. */
export const cohortCertificatesContinued = defineEvent(
  "certificates.cohort-certificates-continued.v1",
  z.object({ cohortId: OfferingId, by: PersonId, placeIds: z.array(PlaceId).optional(), cursor: PlaceId }),
  [
    {
      cohortId: "off_0123456789abcdefghjkmn",
      by: "per_0123456789abcdefghjkmn",
      cursor: "plc_0123456789abcdefghjkmn",
    },
  ],
);
