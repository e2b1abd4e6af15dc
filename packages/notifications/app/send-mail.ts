import type { DrawCertificate } from "#certificates/ports/certificate-pdf";
import type { Instant } from "#kernel/clock";
import { ERASED } from "#kernel/personal-data";
import type { Seller } from "#kernel/seller";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { MailStatuses } from "#notifications/ports/mail-status";
import type { Mails } from "#notifications/ports/mails";
import type { Post } from "#notifications/ports/post";
import type { Suppressions } from "#notifications/ports/suppressions";
import type { Links } from "../domain/links.ts";
import { afterAttempt, type Mail, type MailInHand, undeliverable } from "../domain/mail.ts";
import { mailParts } from "./mail-parts.ts";
import type { Readings } from "./readings.ts";
import { write } from "./write.ts";

export interface SendMailPorts {
  readonly unitOfWork: UnitOfWork;
  readonly mails: Mails;
  readonly mailStatuses: MailStatuses;
  readonly suppressions: Suppressions;
  readonly post: Post;
  readonly links: Links;
  readonly seller: Seller;
  readonly drawCertificate: DrawCertificate;
  readonly host: string;
}

export type SendMail = (mail: MailInHand, readings: Readings) => Promise<void>;

/**
 * Sends a mail that is in the caller's hand: writes it, hands it to SES, and keeps what SES said. Stopped anywhere on the
 * way, the mail stays `sending` until it is due again.
 */
export function sendMailUseCase(ports: SendMailPorts): SendMail {
  const { unitOfWork, mails, suppressions, post, links, seller, host, drawCertificate } = ports;
  return async (mail, readings) => {
    const written = await write(mail.notice, {
      readings,
      links,
      seller,
      host,
      drawCertificate,
      now: unitOfWork.clock(),
    });
    if (typeof written === "string") return keep(mail, () => undeliverable(mail, written));
    // Whom it was for has been erased.
    if (written.to === ERASED.email) return keep(mail, () => undeliverable(mail, "nobody-to-write-to"));
    if (await suppressions.has(written.to)) return keep(mail, () => undeliverable(mail, "address-suppressed"));
    const outcome = await post({ mailId: mail.mailId, ...written });
    await keep(mail, (now) => afterAttempt(mail, outcome, now));
  };

  /** Unless somebody has heard of the mail meanwhile, as by SES' own event: then that stands. */
  async function keep(mail: MailInHand, after: (now: Instant) => Mail | undefined): Promise<void> {
    let attempts = 0;
    await unitOfWork.handle({ correlationId: mail.correlationId }, async () => {
      const current = attempts++ === 0 ? mail : await mails.get(mail.mailId);
      const now = unitOfWork.clock();
      const changed = current?.version === mail.version ? after(now) : undefined;
      return changed ? mailParts(ports, mail, changed, now) : [];
    });
  }
}
