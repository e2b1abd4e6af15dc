import type { Instant } from "#kernel/clock";
import type { Seen } from "#kernel/seen";
import type { Mail } from "../domain/mail.ts";

interface CountedMail extends Seen, Pick<Mail, "mailId" | "status" | "version"> {
  readonly kind: "mail";
  /** When it is to be sent or asked after, for one that is not at its end. */
  readonly dueAt: Instant | undefined;
}

/** What notifications offers to a recount of its rows. */
export type NotificationsRow = CountedMail;
