import { refunded } from "../domain/templates/refunded.ts";
import type { Writer } from "./writer.ts";

export const writeRefunded: Writer<"refunded"> = async ({ orderNumber, amount }, { readings, links }) => {
  const order = await readings.order(orderNumber);
  if (!order) return "nobody-to-write-to";
  const { locale, buyer } = order;
  const letter = refunded({ orderNumber, buyerName: buyer.name, amount, orderLink: links.order(order) }, locale);
  return { to: buyer.email, locale, letter };
};
