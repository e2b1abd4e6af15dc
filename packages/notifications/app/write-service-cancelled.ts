import { inLocale } from "#kernel/locale";
import { serviceCancelled } from "../domain/templates/service-cancelled.ts";
import type { Writer } from "./writer.ts";

export const writeServiceCancelled: Writer<"service-cancelled"> = async (notice, { readings, links }) => {
  const { orderNumber, offeringId, owedBack, orderCancelled } = notice;
  const order = await readings.order(orderNumber);
  const offering = (await readings.offerings([offeringId])).get(offeringId);
  if (!order || !offering) return "nobody-to-write-to";
  const { locale, buyer, payment } = order;
  const reason = offering.cancellation?.reason;
  const letter = serviceCancelled(
    {
      buyerName: buyer.name,
      title: inLocale(offering.title, locale),
      reason: reason && inLocale(reason, locale),
      payment,
      owedBack,
      orderCancelled,
      orderLink: links.order(order),
    },
    locale,
  );
  return { to: buyer.email, locale, letter };
};
