import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { AgreementId, OfferingId, SeatId } from "#kernel/ids";

/** The place that a trainer seat covered is cancelled: the seat can be used again. */
export const trainerSeatGivenBack = defineEvent(
  "agreements.trainer-seat-given-back.v1",
  z.object({ agreementId: AgreementId, seatId: SeatId, cohortId: OfferingId }),
  [
    {
      agreementId: "agr_4z8m1kq7w2n9p3r5t6v0xa",
      seatId: "sea_7c3kq1m9w2n8p4r6t5v0xa",
      cohortId: "off_4z8m1kq7w2n9p3r5t6v0xa",
    },
  ],
);
