import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { AgreementId, OfferingId, PlaceId, SeatId } from "#kernel/ids";

/** A trainer seat of an agreement is used for a place in a cohort. */
export const trainerSeatTaken = defineEvent(
  "agreements.trainer-seat-taken.v1",
  z.object({ agreementId: AgreementId, seatId: SeatId, cohortId: OfferingId, placeId: PlaceId }),
  [
    {
      agreementId: "agr_4z8m1kq7w2n9p3r5t6v0xa",
      seatId: "sea_7c3kq1m9w2n8p4r6t5v0xa",
      cohortId: "off_4z8m1kq7w2n9p3r5t6v0xa",
      placeId: "plc_4z8m1kq7w2n9p3r5t6v0xa",
    },
  ],
);
