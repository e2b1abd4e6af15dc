import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { MailStatuses } from "#notifications/ports/mail-status";
import type { Mails } from "#notifications/ports/mails";
import type { Suppressions } from "#notifications/ports/suppressions";
import { afterEvent, type MailEvent, suppressedBy } from "../domain/mail-event.ts";
import { mailParts } from "./mail-parts.ts";

export type RecordMailEvent = (origin: Origin, event: MailEvent) => Promise<void>;

export interface RecordMailEventPorts {
  readonly unitOfWork: UnitOfWork;
  readonly mails: Mails;
  readonly mailStatuses: MailStatuses;
  readonly suppressions: Suppressions;
}

/**
 * Keeps what SES tells of a mail. Any number of deliveries, in any order, come to the same by the mail's own state: no
 * inbox row, since the Send event of each mail mostly finds it sent and has nothing to write.
 */
export function recordMailEventUseCase(ports: RecordMailEventPorts): RecordMailEvent {
  const { unitOfWork, mails, suppressions } = ports;
  return async ({ correlationId }, event) => {
    await unitOfWork.handle({ correlationId }, async () => {
      const now = unitOfWork.clock();
      const mail = event.mailId && (await mails.get(event.mailId));
      const after = mail && afterEvent(mail, event, now);
      return [
        ...(mail && after ? mailParts(ports, mail, after, now) : []),
        ...suppressedBy(event).map(({ address, why }) => suppressions.add(address, why, now)),
      ];
    });
  };
}
