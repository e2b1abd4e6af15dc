import { invariant } from "#kernel/domain-error";
import type { Fact } from "#kernel/event";
import type { Origin } from "#kernel/origin";
import { part } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Mails } from "#notifications/ports/mails";
import { type MailInHand, mailIdOf, newMail } from "../domain/mail.ts";
import type { Notice } from "../domain/notice.ts";
import { type ReadingPorts, type Readings, readingsOf } from "./readings.ts";
import type { SendMail } from "./send-mail.ts";

/** Which mails a fact owes. The same fact must owe the same ones whenever it is asked. */
export type Plan = (readings: Readings) => Promise<readonly Notice[]>;

/** Facts of our own that go with the mails, such as that there are more to come. */
export type Follow = (readings: Readings) => Promise<readonly Fact[]>;

export type Notify = (origin: Origin, plan: Plan, follow?: Follow) => Promise<void>;

export interface NotifyPorts extends ReadingPorts {
  readonly unitOfWork: UnitOfWork;
  readonly mails: Mails;
  readonly sendMail: SendMail;
}

/**
 * Takes one delivery of a fact: its mails' rows and its inbox row are one transaction, and whoever wrote them sends the
 * mails. What is not sent then, because this stops or fails, is due in 15 minutes and sent by the sweep.
 */
export function notifyUseCase(ports: NotifyPorts): Notify {
  const { unitOfWork, mails, sendMail } = ports;
  return async (origin, plan, follow = async () => []) => {
    const { correlationId, delivery } = origin;
    invariant(delivery !== undefined, "a mail's id comes from its fact's");
    const readings = readingsOf(ports);
    let owed: readonly MailInHand[] = [];
    const first = await unitOfWork.handleFirst(origin, async () => {
      const notices = await plan(readings);
      const now = unitOfWork.clock();
      owed = notices.map((notice, index) =>
        newMail(mailIdOf(delivery.eventId, notice, index), notice, correlationId, now),
      );
      return [...owed.map((mail) => mails.create(mail)), part([], await follow(readings))];
    });
    if (!first) return;
    const failures: unknown[] = [];
    for (const mail of owed) await sendMail(mail, readings).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} mails could not be sent yet`);
  };
}
