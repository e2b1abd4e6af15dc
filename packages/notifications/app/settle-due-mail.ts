import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Mails } from "#notifications/ports/mails";
import { type MailId, type MailInHand, takeInHand } from "../domain/mail.ts";
import { type ReadingPorts, readingsOf } from "./readings.ts";
import type { SendMail } from "./send-mail.ts";

export type SettleDueMail = (origin: Origin, mailId: MailId) => Promise<void>;

export interface SettleDueMailPorts extends ReadingPorts {
  readonly unitOfWork: UnitOfWork;
  readonly mails: Mails;
  readonly sendMail: SendMail;
}

/**
 * Sends a mail that is due: refused for now some time ago, or handed to SES 15 minutes ago with no word of it since. A
 * Send event would have made it `sent`, so without one SES doesn't have it. Of several at once, one gets it in hand.
 */
export function settleDueMailUseCase(ports: SettleDueMailPorts): SettleDueMail {
  const { unitOfWork, mails, sendMail } = ports;
  return async (origin, mailId) => {
    let inHand: MailInHand | undefined;
    await unitOfWork.handle(origin, async () => {
      const mail = await mails.get(mailId);
      inHand = mail && takeInHand(mail, unitOfWork.clock());
      return mail && inHand ? [mails.replace(mail, inHand)] : [];
    });
    if (inHand) await sendMail(inHand, readingsOf(ports));
  };
}
