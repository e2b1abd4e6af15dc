import type { OrderNumber } from "#kernel/ids";
import { addressHash } from "#platform/dynamo/address-hash";
import type { MailId } from "../domain/mail.ts";

export const MAIL_PREFIX = "MAIL#";

export const mailKey = (mailId: MailId) => ({ pk: `${MAIL_PREFIX}${mailId}`, sk: "MAIL" });
/** The mail's id in the key of its row, to be parsed. */
export const mailIdIn = (key: { readonly pk: string }) => key.pk.slice(MAIL_PREFIX.length);
export const mailStatusKey = (orderNumber: OrderNumber) => ({ pk: `ORDER#${orderNumber}`, sk: "MAIL-STATUS" });
/** By a hash, so that the list of bad addresses is no list of addresses. */
export const suppressionKey = (address: string) => ({
  pk: `SUPPRESSION#${addressHash(address)}`,
  sk: "SUPPRESSION",
});
