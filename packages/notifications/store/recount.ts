import type { NotificationsRow } from "#notifications/ports/recount";
import { type RowKind, rowKind } from "#platform/dynamo/row-kinds";
import { Mail } from "../domain/mail.ts";
import { MAIL_PREFIX } from "./keys.ts";

export const notificationsRows: readonly RowKind<NotificationsRow>[] = [
  rowKind({ pk: MAIL_PREFIX, sk: "MAIL" }, Mail, (mail, { key }) => ({
    kind: "mail",
    key,
    mailId: mail.mailId,
    status: mail.status,
    version: mail.version,
    dueAt: "dueAt" in mail ? mail.dueAt : undefined,
  })),
];
