import * as z from "zod";
import type { OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { goodsCancelled } from "#ordering/events/goods-cancelled";
import { placesCancelled } from "#ordering/events/places-cancelled";
import { payBackUseCase } from "#payment/app/pay-back";
import { refundOwed } from "#payment/events/refund-owed";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { consumer, on } from "#platform/events/consumer";
import { stripeSecret } from "#platform/secrets";
import { stripeClient } from "#platform/stripe/client";
import { wirePayment } from "./wire.ts";

const env = environment(
  { TABLE_NAME: z.string(), STRIPE_SECRET_ARN: z.string(), STRIPE_ENDPOINT: z.url().optional() },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const { secretKey } = await stripeSecret(env.STRIPE_SECRET_ARN);
const payBack = payBackUseCase(wirePayment(table, stripeClient({ secretKey, endpoint: env.STRIPE_ENDPOINT })));

/** What a card paid for goes back to it; an invoice is reduced where it is written. */
async function toCard(
  origin: Origin,
  cancelled: { readonly orderNumber: OrderNumber; readonly payment: string; readonly owedBackOre: number },
): Promise<void> {
  const { orderNumber, payment, owedBackOre } = cancelled;
  if (payment === "card" && owedBackOre > 0) await payBack(origin, { orderNumber, amountOre: owedBackOre });
}

export const handler = consumer("payment", [
  on(refundOwed, payBack),
  on(placesCancelled, toCard),
  on(goodsCancelled, toCard),
]);
