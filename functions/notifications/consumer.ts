import * as z from "zod";
import { systemClock } from "#kernel/clock";
import { SellerVariable } from "#kernel/seller";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { consumer } from "#platform/events/consumer";
import { sesClient } from "#platform/ses/send-message";
import { eventTable } from "./event-table.ts";
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
const wired = wireNotifications(env, { table: openTable(env.TABLE_NAME), clock: systemClock, ses: sesClient() });

export const handler = consumer("notifications", eventTable(wired));
