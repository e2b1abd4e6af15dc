import { epochSeconds, plusSeconds } from "#kernel/clock";
import { part } from "#kernel/transaction-part";
import type { Mails } from "#notifications/ports/mails";
import { getItem, type Table } from "#platform/dynamo/table";
import { Mail } from "../domain/mail.ts";
import { mailKey } from "./keys.ts";

/** Mails' rows are kept as long as the order data they are about (norway.md: 24 months). */
const KEPT_SECONDS = 730 * 86_400;

export function mails(table: Table): Mails {
  return {
    get: (mailId) => getItem(table, mailKey(mailId), Mail),
    create: (mail) =>
      part([
        {
          kind: "create",
          key: mailKey(mail.mailId),
          item: row(mail),
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    replace: (before, after) =>
      part([
        {
          kind: "replace",
          key: mailKey(before.mailId),
          item: row(after),
          guards: [{ is: "equal", attribute: "version", value: before.version, otherwise: "reload" }],
        },
      ]),
  };
}

/** A mail that is not at its end is due: the sweep sends it then. */
function row(mail: Mail) {
  return {
    ...mail,
    ...("dueAt" in mail && { duePartition: "notifications" }),
    expiresAt: epochSeconds(plusSeconds(mail.owedAt, KEPT_SECONDS)),
  };
}
