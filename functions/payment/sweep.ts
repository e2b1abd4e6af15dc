import * as z from "zod";
import { systemClock } from "#kernel/clock";
import { OrderNumber } from "#kernel/ids";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { stripeSecret } from "#platform/secrets";
import { stripeClient } from "#platform/stripe/client";
import { sweep } from "#platform/sweep";
import { wirePayment } from "./wire.ts";

const env = environment(
  { TABLE_NAME: z.string(), STRIPE_SECRET_ARN: z.string(), STRIPE_ENDPOINT: z.url().optional() },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const { secretKey } = await stripeSecret(env.STRIPE_SECRET_ARN);
const { closeUnpaidOrder } = wirePayment(table, stripeClient({ secretKey, endpoint: env.STRIPE_ENDPOINT }));

export const handler = sweep({
  context: "payment",
  table,
  clock: systemClock,
  settle: (origin, { pk }) => closeUnpaidOrder(origin, OrderNumber.parse(pk.replace("ORDER#", ""))),
});
