import { part } from "#kernel/transaction-part";
import { MailStatus, type MailStatuses } from "#notifications/ports/mail-status";
import { getItem, type Table } from "#platform/dynamo/table";
import { mailStatusKey } from "./keys.ts";

export function mailStatuses(table: Table): MailStatuses {
  return {
    of: (orderNumber) => getItem(table, mailStatusKey(orderNumber), MailStatus),
    set: (orderNumber, status) =>
      part([{ kind: "replace", key: mailStatusKey(orderNumber), item: { ...status }, guards: [] }]),
  };
}
