import * as z from "zod";
import { OrderWithMail } from "../app/get-order.ts";
import { ORDER_PAGE_TEXT } from "./pages/order-page-text.ts";

/** An order as its buyer and administrators see it: without the key that opens it and what only retention asks, with a sentence on how it stands. */
export const OrderView = OrderWithMail.omit({ key: true, moneyMovedAt: true }).extend({ statusText: z.string() });

export function orderView(order: z.infer<typeof OrderWithMail>): z.infer<typeof OrderView> {
  return { ...order, statusText: statusText(order) };
}

function statusText({ status, payment, locale }: z.infer<typeof OrderWithMail>): string {
  const text = ORDER_PAGE_TEXT[locale];
  switch (status) {
    case "awaiting-payment":
      return `${text.awaiting.heading}.`;
    case "confirmed":
      return `${text.confirmed.heading}. ${text.confirmed[payment]}`;
    case "expired":
      return `${text.expired.heading}. ${text.expired.body} ${text.expired.money}`;
    case "cancelled":
      return `${text.cancelled.heading}. ${text.cancelled.body}`;
  }
}
