import { inLocale } from "#kernel/locale";
import { orderExpired } from "../domain/templates/order-expired.ts";
import { offeringsOf } from "./places-of.ts";
import type { Writer } from "./writer.ts";

export const writeOrderExpired: Writer<"order-expired"> = async ({ orderNumber }, { readings, links }) => {
  const order = await readings.order(orderNumber);
  if (!order) return "nobody-to-write-to";
  // Money may have come at the last moment and brought the order back.
  if (order.status !== "expired") return "out-of-date";
  const { locale, buyer } = order;
  const offerings = [...(await readings.offerings(offeringsOf(order))).values()];
  const calledOff = offerings.find(({ status }) => status === "cancelled");
  const letter = orderExpired(
    {
      orderNumber,
      buyerName: buyer.name,
      calledOff: calledOff && inLocale(calledOff.title, locale),
      orderLink: links.order(order),
    },
    locale,
  );
  return { to: buyer.email, locale, letter };
};
