import * as z from "zod";
import { systemClock } from "#kernel/clock";
import { SellerVariable } from "#kernel/seller";
import { MailId } from "#notifications/domain/mail";
import { mailIdIn } from "#notifications/store/keys";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { sesClient } from "#platform/ses/send-message";
import { sweep } from "#platform/sweep";
import { wireNotifications } from "./wire.ts";

const env = environment(
  {
    TABLE_NAME: z.string(),
    PUBLIC_URL: z.url(),
    MAIL_SENDER: z.email(),
    MAIL_CONFIGURATION_SET: z.string(),
    SELLER: SellerVariable,
  },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const { settleDueMail } = wireNotifications(env, { table, clock: systemClock, ses: sesClient() });

export const handler = sweep({
  context: "notifications",
  table,
  clock: systemClock,
  settle: (origin, key) => settleDueMail(origin, MailId.parse(mailIdIn(key))),
});
