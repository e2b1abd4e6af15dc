import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";
import { MailId, UndeliverableReason } from "../domain/mail.ts";

/** A mail will not reach its reader, or its reader wants no more of them. */
export const mailUndeliverable = defineEvent(
  "notifications.mail-undeliverable.v1",
  z.object({
    mailId: MailId,
    template: z.string(),
    orderNumber: OrderNumber.optional(),
    reason: UndeliverableReason,
  }),
  [
    {
      mailId: "evt_4z8m1kq7w2n9p3r5t6v0xa.order-confirmed.0",
      template: "order-confirmed",
      orderNumber: "K7M4-9QXY",
      reason: "bounced",
    },
  ],
);
