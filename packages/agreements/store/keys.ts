import type { AgreementId, EnquiryId, OfferingId, OrderNumber, SeatId } from "#kernel/ids";
import type { MeetingId } from "../domain/meeting.ts";
import type { LedgerLine } from "../domain/seat.ts";

export const agreementPartition = (agreementId: AgreementId) => `AGREEMENT#${agreementId}`;
const cohortPartition = (cohortId: OfferingId) => `OFFERING#${cohortId}`;

export const agreementKey = (agreementId: AgreementId) => ({ pk: agreementPartition(agreementId), sk: "AGREEMENT" });
export const seatCountersKey = (agreementId: AgreementId) => ({ pk: agreementPartition(agreementId), sk: "SEATS" });

export const SEAT = "SEAT#";
export const seatKey = ({ agreementId, seatId }: { agreementId: AgreementId; seatId: SeatId }) => ({
  pk: agreementPartition(agreementId),
  sk: `${SEAT}${seatId}`,
});

export const LEDGER = "LEDGER#";
export const ledgerKey = ({ agreementId, at, seatId, what }: LedgerLine) => ({
  pk: agreementPartition(agreementId),
  sk: `${LEDGER}${at}#${seatId}#${what}`,
});

/** There for each agreement that ever had a seat in the cohort. */
export const SEATS_OF = "SEATS-OF#";
export const seatsOfKey = (cohortId: OfferingId, agreementId: AgreementId) => ({
  pk: cohortPartition(cohortId),
  sk: `${SEATS_OF}${agreementId}`,
});

/** How often a seat of any agreement has been taken in the cohort, ever. */
export const seatsTakenKey = (cohortId: OfferingId) => ({ pk: cohortPartition(cohortId), sk: "SEATS-TAKEN" });

export const cohortSeatsPartition = cohortPartition;

export const enquiryKey = (enquiryId: EnquiryId) => ({ pk: `ENQUIRY#${enquiryId}`, sk: "ENQUIRY" });

export const MEETING = "MEETING#";
export const meetingKey = ({ agreementId, meetingId }: { agreementId: AgreementId; meetingId: MeetingId }) => ({
  pk: agreementPartition(agreementId),
  sk: `${MEETING}${meetingId}`,
});

export const MATERIALS = "MATERIALS#";
export const materialsKey = (agreementId: AgreementId, orderNumber: OrderNumber) => ({
  pk: agreementPartition(agreementId),
  sk: `${MATERIALS}${orderNumber}`,
});

/** There until the contacts have been told of unused seats. */
export const warningKey = (agreementId: AgreementId) => ({ pk: agreementPartition(agreementId), sk: "SEATS-WARNING" });
