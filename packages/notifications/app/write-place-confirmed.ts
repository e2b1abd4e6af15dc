import { inLocale } from "#kernel/locale";
import { placeConfirmed } from "../domain/templates/place-confirmed.ts";
import { calendarOf } from "./calendar-of.ts";
import { standingPlacesOf } from "./places-of.ts";
import type { Writer } from "./writer.ts";

export const writePlaceConfirmed: Writer<"place-confirmed"> = async ({ orderNumber, offeringId, placeId }, desk) => {
  const { readings } = desk;
  const order = await readings.order(orderNumber);
  const places = order ? await readings.places(standingPlacesOf(order, { offeringId, placeId })) : [];
  const participant = places.find((place) => place.placeId === placeId)?.participant;
  const offerings = await readings.offerings([...new Set(places.map((place) => place.offeringId))]);
  const offering = offerings.get(offeringId);
  if (!order || !participant?.email || !offering) return "nobody-to-write-to";
  const { locale, buyer } = order;
  const { title, sessions, venue } = offering;
  const letter = placeConfirmed(
    {
      participantName: participant.name,
      buyerName: buyer.name,
      meeting: { title: inLocale(title, locale), sessions, venue },
    },
    locale,
  );
  const calendar = calendarOf("PUBLISH", [{ offeringId, placeId }], offerings, locale, desk);
  return { to: participant.email, locale, letter, ...(calendar && { calendar }) };
};
