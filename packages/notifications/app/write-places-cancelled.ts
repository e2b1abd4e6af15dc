import { inLocale } from "#kernel/locale";
import { placesCancelled } from "../domain/templates/places-cancelled.ts";
import { calendarOf } from "./calendar-of.ts";
import { placesOf } from "./places-of.ts";
import type { Writer } from "./writer.ts";

export const writePlacesCancelled: Writer<"places-cancelled"> = async (notice, desk) => {
  const { orderNumber, placeIds, why, owedBack, orderCancelled } = notice;
  const { readings, links } = desk;
  const order = await readings.order(orderNumber);
  if (!order) return "nobody-to-write-to";
  const { locale, buyer, payment } = order;
  const places = (await readings.places(placesOf(order))).filter(({ placeId }) => placeIds.includes(placeId));
  const offerings = await readings.offerings([...new Set(places.map(({ offeringId }) => offeringId))]);
  const [reason] = [...offerings.values()].flatMap(({ cancellation }) => (cancellation ? [cancellation.reason] : []));
  const letter = placesCancelled(
    {
      orderNumber,
      buyerName: buyer.name,
      why,
      reason: why === "offering-cancelled" && reason ? inLocale(reason, locale) : undefined,
      places: places.map(({ offeringId, participant }) => ({
        title: inLocale(offerings.get(offeringId)?.title ?? { nb: offeringId }, locale),
        participant: participant?.name,
      })),
      payment,
      owedBack,
      orderCancelled,
      orderLink: links.order(order),
    },
    locale,
  );
  const calendar = calendarOf("CANCEL", places, offerings, locale, desk);
  return { to: buyer.email, locale, letter, ...(calendar && { calendar }) };
};
