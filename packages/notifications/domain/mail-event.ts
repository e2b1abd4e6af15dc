import type { Instant } from "#kernel/clock";
import { type Mail, type MailId, sent, undeliverable } from "./mail.ts";

/** What SES tells of a mail it took. Without a mail's id it is about somebody else's mail, such as a login code's. */
export type MailEvent = { readonly mailId: MailId | undefined } & (
  | { readonly kind: "sent"; readonly messageId: string }
  | { readonly kind: "refused" }
  /** Did not arrive, or was not wanted; `forGood`: then these addresses get no more mail. */
  | { readonly kind: "bounced" | "complained"; readonly addresses: readonly string[]; readonly forGood: boolean }
);

/** The mail after the event; nothing when it tells nothing new. */
export function afterEvent(mail: Mail, event: MailEvent, now: Instant): Mail | undefined {
  if (event.kind !== "sent") return undeliverable(mail, event.kind);
  const open = mail.status === "owed" || mail.status === "sending";
  return open ? sent(mail, event.messageId, now) : undefined;
}

/** The addresses that get no more mail, and why. */
export function suppressedBy(event: MailEvent): { address: string; why: "bounced" | "complained" }[] {
  if (event.kind === "sent" || event.kind === "refused" || !event.forGood) return [];
  return event.addresses.map((address) => ({ address, why: event.kind }));
}
