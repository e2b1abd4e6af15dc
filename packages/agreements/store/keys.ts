import type { AgreementId, OfferingId, SeatId } from "#kernel/ids";
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
