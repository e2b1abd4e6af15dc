import type { Agreements } from "#agreements/ports/agreements";
import type { SeatParts, SeatReads, SeatsOfCohort } from "#agreements/ports/seats";
import { refusal } from "#kernel/domain-error";
import { norwegianDay } from "#kernel/norwegian-time";
import { covers } from "../domain/period.ts";

export interface SeatsOfCohortPorts {
  readonly agreements: Agreements;
  readonly seatReads: SeatReads;
  readonly seatParts: SeatParts;
}

/** A cohort's first day moves only within the period of each agreement that uses seats in it (rule 2). */
export function seatsOfCohort({ agreements, seatReads, seatParts }: SeatsOfCohortPorts): SeatsOfCohort {
  return {
    async startMayMove(cohortId, startsAt) {
      const { agreementIds, taken } = await seatReads.inCohort(cohortId);
      const found = await agreements.load(agreementIds);
      const broken = found.filter(({ period }) => !covers(period, startsAt));
      if (broken.length > 0) {
        const seats = (await Promise.all(broken.map(({ agreementId }) => seatReads.ofAgreement(agreementId)))).flat();
        throw refusal("seats-would-break-agreement", {
          seats: seats
            .filter((seat) => seat.status === "used" && seat.cohortId === cohortId)
            .map(({ seatId, agreementId }) => ({
              seatId,
              agreementId,
              offeringId: cohortId,
              startsOn: norwegianDay(startsAt),
            })),
        });
      }
      return [
        seatParts.noneTaken(cohortId, taken),
        ...found.map(({ agreementId, version }) => seatParts.underTerms(agreementId, version)),
      ];
    },
  };
}
