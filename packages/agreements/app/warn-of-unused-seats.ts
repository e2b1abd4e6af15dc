import type { Agreements } from "#agreements/ports/agreements";
import type { SeatReads } from "#agreements/ports/seats";
import type { Warnings } from "#agreements/ports/warnings";
import type { AgreementId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { seatsUnusedWarningDue } from "../events/seats-unused-warning-due.ts";

export interface WarnOfUnusedSeatsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly agreements: Agreements;
  readonly seatReads: SeatReads;
  readonly warnings: Warnings;
}

export type WarnOfUnusedSeats = (origin: Origin, agreementId: AgreementId) => Promise<void>;

/** An agreement ends in six months: its contacts are told once if it has seats that nobody uses. */
export function warnOfUnusedSeatsUseCase(ports: WarnOfUnusedSeatsPorts): WarnOfUnusedSeats {
  const { unitOfWork, agreements, seatReads, warnings } = ports;
  return (origin, agreementId) =>
    unitOfWork.handle(origin, async () => {
      const [agreement, counted, dueAt] = await Promise.all([
        agreements.get(agreementId),
        seatReads.counters([agreementId]),
        warnings.dueAt(agreementId),
      ]);
      if (!agreement || !dueAt || dueAt > unitOfWork.clock()) return [];
      const free = counted.get(agreementId)?.free ?? 0;
      const contactIds = agreement.contacts.map(({ contactId }) => contactId);
      const facts = free > 0 ? [seatsUnusedWarningDue.of({ agreementId, free, contactIds })] : [];
      return [warnings.done(agreementId, dueAt), record(...facts)];
    });
}
