import { orderExpired } from "../domain/templates/order-expired.ts";
import type { Writer } from "./writer.ts";

export const writeOrderExpired: Writer<"order-expired"> = async ({ orderNumber }, { readings, links }) => {
  const order = await readings.order(orderNumber);
  if (!order) return undefined;
  const { locale, buyer } = order;
  const letter = orderExpired({ orderNumber, buyerName: buyer.name, orderLink: links.order(order) }, locale);
  return { to: buyer.email, locale, letter, orderNumber };
};
