import * as z from "zod";
import { Instant } from "#kernel/clock";
import type { OrderNumber } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import { UndeliverableReason } from "../domain/mail.ts";

/** The latest of an order's mails that did not reach its reader. */
export const MailStatus = z.object({
  status: z.literal("undeliverable"),
  /** Which mail: the name of its template, such as `order-confirmed`. */
  template: z.string(),
  reason: UndeliverableReason,
  at: Instant,
});
export type MailStatus = z.infer<typeof MailStatus>;

/** What an order shows of its mails. */
export interface MailStatusReads {
  /** None: no mail of the order is known to have failed. */
  of(orderNumber: OrderNumber): Promise<MailStatus | undefined>;
}

export interface MailStatuses extends MailStatusReads {
  set(orderNumber: OrderNumber, status: MailStatus): TransactionPart;
}
