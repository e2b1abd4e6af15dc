import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { AgreementId, OfferingId, SeatId } from "#kernel/ids";

/** A trainer seat is used in another cohort than before. */
export const trainerSeatMoved = defineEvent(
  "agreements.trainer-seat-moved.v1",
  z.object({ agreementId: AgreementId, seatId: SeatId, fromCohortId: OfferingId, toCohortId: OfferingId }),
  [
    {
      agreementId: "agr_4z8m1kq7w2n9p3r5t6v0xa",
      seatId: "sea_7c3kq1m9w2n8p4r6t5v0xa",
      fromCohortId: "off_4z8m1kq7w2n9p3r5t6v0xa",
      toCohortId: "off_5z8m1kq7w2n9p3r5t6v0xa",
    },
  ],
);
