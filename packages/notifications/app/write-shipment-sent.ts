import { inLocale } from "#kernel/locale";
import { shipmentSent } from "../domain/templates/shipment-sent.ts";
import { addressLine } from "./address-line.ts";
import type { Writer } from "./writer.ts";

export const writeShipmentSent: Writer<"shipment-sent"> = async (notice, { readings, links }) => {
  const { orderNumber, shipment, last } = notice;
  const order = await readings.order(orderNumber);
  const found = order?.shipments?.find((each) => each.shipment === shipment);
  if (!order || !found || !order.deliveryAddress) return "nobody-to-write-to";
  const { locale, buyer, deliveryAddress } = order;
  const letter = shipmentSent(
    {
      orderNumber,
      buyerName: buyer.name,
      shipment,
      lines: found.lines.flatMap(({ line, quantity }) => {
        const goods = order.lines.find((each) => each.line === line);
        return goods ? [{ title: inLocale(goods.title, locale), quantity }] : [];
      }),
      deliveryAddress: addressLine(deliveryAddress),
      trackingNumber: found.trackingNumber,
      moreToCome: !last,
      orderLink: links.order(order),
    },
    locale,
  );
  return { to: buyer.email, locale, letter };
};
