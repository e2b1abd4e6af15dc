import { inLocale } from "#kernel/locale";
import { placeCancelled } from "../domain/templates/place-cancelled.ts";
import { calendarOf } from "./calendar-of.ts";
import { placesOf } from "./places-of.ts";
import type { Writer } from "./writer.ts";

export const writePlaceCancelled: Writer<"place-cancelled"> = async (notice, desk) => {
  const { orderNumber, offeringId, placeId, why } = notice;
  const { readings } = desk;
  const order = await readings.order(orderNumber);
  const places = order ? await readings.places(placesOf(order, { offeringId, placeId })) : [];
  const participant = places.find((place) => place.placeId === placeId)?.participant;
  const offerings = await readings.offerings([offeringId]);
  const offering = offerings.get(offeringId);
  if (!order || !participant?.email || !offering) return "nobody-to-write-to";
  const { locale, buyer } = order;
  const { title, sessions, venue, cancellation } = offering;
  const letter = placeCancelled(
    {
      participantName: participant.name,
      buyerName: buyer.name,
      why,
      reason: why === "offering-cancelled" && cancellation ? inLocale(cancellation.reason, locale) : undefined,
      meeting: { title: inLocale(title, locale), sessions, venue },
    },
    locale,
  );
  const calendar = calendarOf("CANCEL", [{ offeringId, placeId }], offerings, locale, desk);
  return { to: participant.email, locale, letter, ...(calendar && { calendar }) };
};
