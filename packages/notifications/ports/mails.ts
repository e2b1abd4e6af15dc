import type { TransactionPart } from "#kernel/transaction-part";
import type { Mail, MailId } from "../domain/mail.ts";

/** Mails as this context keeps them. */
export interface Mails {
  get(mailId: MailId): Promise<Mail | undefined>;
  create(mail: Mail): TransactionPart;
  /** Writes `after` if the mail still is as it was read as `before`; else the command loads again. */
  replace(before: Mail, after: Mail): TransactionPart;
}
