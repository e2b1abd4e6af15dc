import type { Instant } from "#kernel/clock";
import { part, type TransactionPart } from "#kernel/transaction-part";
import type { MailStatuses } from "#notifications/ports/mail-status";
import type { Mails } from "#notifications/ports/mails";
import type { Mail } from "../domain/mail.ts";
import { orderOf } from "../domain/notice.ts";
import { mailUndeliverable } from "../events/mail-undeliverable.ts";

/** A mail's change. One that will not reach its reader is also a fact, and shows on its order. */
export function mailParts(
  { mails, mailStatuses }: { readonly mails: Mails; readonly mailStatuses: MailStatuses },
  before: Mail,
  after: Mail,
  now: Instant,
): TransactionPart[] {
  const written = mails.replace(before, after);
  if (after.status !== "undeliverable" || after.reason === "out-of-date") return [written];
  const { mailId, notice, reason } = after;
  const { template } = notice;
  const orderNumber = orderOf(notice);
  const fact = mailUndeliverable.of({ mailId, template, reason, ...(orderNumber && { orderNumber }) });
  const shown = orderNumber && mailStatuses.set(orderNumber, { status: "undeliverable", template, reason, at: now });
  return [written, part([], [fact]), ...(shown ? [shown] : [])];
}
