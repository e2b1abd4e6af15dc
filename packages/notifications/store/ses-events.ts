import type { Origin } from "#kernel/origin";
import { type Consumption, onService } from "#platform/events/consumer";
import { EmailBounced, EmailComplaint, EmailRejected, EmailSent } from "#platform/ses/mail-events";
import { MailId } from "../domain/mail.ts";
import type { MailEvent } from "../domain/mail-event.ts";

/** Rows for a consumer's table: SES' events, told as what they mean for our mails. */
export function onMailEvents(record: (origin: Origin, event: MailEvent) => Promise<void>): Consumption[] {
  return [
    onService("Email Sent", EmailSent, (origin, { mail }) =>
      record(origin, { mailId: mailIdOf(mail), kind: "sent", messageId: mail.messageId }),
    ),
    onService("Email Bounced", EmailBounced, (origin, { mail, bounce }) =>
      record(origin, {
        mailId: mailIdOf(mail),
        kind: "bounced",
        addresses: bounce.bouncedRecipients.map(({ emailAddress }) => emailAddress),
        forGood: bounce.bounceType === "Permanent",
      }),
    ),
    onService("Email Complaint Received", EmailComplaint, (origin, { mail, complaint }) =>
      record(origin, {
        mailId: mailIdOf(mail),
        kind: "complained",
        addresses: complaint.complainedRecipients.map(({ emailAddress }) => emailAddress),
        forGood: true,
      }),
    ),
    onService("Email Rejected", EmailRejected, (origin, { mail }) =>
      record(origin, { mailId: mailIdOf(mail), kind: "refused" }),
    ),
  ];
}

/** The tag we send with; others' mail through the same identity has none. */
function mailIdOf({ tags }: { readonly tags: Readonly<Record<string, readonly string[]>> }): MailId | undefined {
  return MailId.safeParse(tags["mail-id"]?.[0]).data;
}
