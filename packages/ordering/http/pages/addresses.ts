import type { Locale } from "#kernel/locale";
import type { Order } from "../../app/get-order-details.ts";

/** Addresses of an order's pages, from the root: each carries the key that opens it, and the language. */
export function orderAddress(order: Pick<Order, "orderNumber" | "key">, path: string, lang: Locale): string {
  return `/orders/${order.orderNumber}/page${path}?key=${order.key}&lang=${lang}`;
}
