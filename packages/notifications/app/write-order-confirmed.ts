import type { Offering } from "#catalogue/ports/for-sale";
import { inLocale, type Locale } from "#kernel/locale";
import type { Seller } from "#kernel/seller";
import { isActive, type Order, vatSummary } from "#ordering/ports/orders";
import type { Place } from "#registration/ports/places";
import type { Attendance } from "../domain/attendance.ts";
import type { Receipt } from "../domain/receipt.ts";
import { orderConfirmed } from "../domain/templates/order-confirmed.ts";
import { addressLine } from "./address-line.ts";
import { buyersPlaces } from "./buyers-places.ts";
import { calendarOf } from "./calendar-of.ts";
import { offeringsOf, standingPlacesOf } from "./places-of.ts";
import type { Writer } from "./writer.ts";

export const writeOrderConfirmed: Writer<"order-confirmed"> = async ({ orderNumber }, desk) => {
  const { readings, links, seller } = desk;
  const order = await readings.order(orderNumber);
  if (!order) return "nobody-to-write-to";
  const { locale, buyer, deliveryAddress } = order;
  const places = await readings.places(standingPlacesOf(order));
  const offerings = await readings.offerings(offeringsOf(order));
  const letter = orderConfirmed(
    {
      receipt: receiptOf(order, seller),
      attendances: [...offerings.values()].map((offering) => attendanceOf(offering, places, locale)),
      deliveryAddress: deliveryAddress && addressLine(deliveryAddress),
      mayWithdraw: !buyer.organisation && order.lines.some(({ kind }) => kind === "goods"),
      orderLink: links.order(order),
    },
    locale,
  );
  const calendar = calendarOf("PUBLISH", buyersPlaces(places, buyer.email), offerings, locale, desk);
  return { to: buyer.email, locale, letter, ...(calendar && { calendar }) };
};

function attendanceOf(offering: Offering, places: readonly Place[], locale: Locale): Attendance {
  const here = places.filter(({ offeringId }) => offeringId === offering.offeringId);
  const participants = here.flatMap(({ participant }) => (participant ? [participant.name] : []));
  return {
    title: inLocale(offering.title, locale),
    sessions: offering.sessions,
    venue: offering.venue,
    participants,
    unnamed: here.length - participants.length,
    namingDeadline: offering.namingDeadline,
    cancellationDeadline: offering.cancellationDeadline,
  };
}

function receiptOf(order: Order, seller: Seller): Receipt {
  const { locale, buyer } = order;
  return {
    orderNumber: order.orderNumber,
    confirmedAt: order.confirmedAt ?? order.placedAt,
    payment: order.payment,
    seller,
    buyer: {
      name: buyer.name,
      ...(buyer.organisation && {
        organisation: {
          name: buyer.organisation.name,
          organisationNumber: buyer.organisation.organisationNumber,
          invoiceReference: buyer.organisation.invoiceReference?.value,
        },
      }),
    },
    lines: order.lines.filter(isActive).map((line) => ({
      title: inLocale(line.title, locale),
      quantity: line.kind === "goods" ? line.quantity : 1,
      amount: line.amount,
    })),
    vat: vatSummary(order.lines),
    total: order.total,
  };
}
