import * as z from "zod";
import { PersonId } from "#kernel/caller";
import { defineEvent } from "#kernel/event";
import { OfferingId, PlaceId } from "#kernel/ids";

/** An administrator wants certificates for all in a cohort who qualify, or for some by name. */
export const cohortCertificatesRequested = defineEvent(
  "certificates.cohort-certificates-requested.v1",
  z.object({ cohortId: OfferingId, by: PersonId, placeIds: z.array(PlaceId).optional() }),
  [{ cohortId: "off_0123456789abcdefghjkmn", by: "per_0123456789abcdefghjkmn" }],
);
