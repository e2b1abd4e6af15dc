import type { Offering } from "#catalogue/ports/for-sale";
import type { OfferingId, OrderNumber, PlaceId } from "#kernel/ids";
import type { Letter } from "#kernel/letter";
import { inLocale, type Locale } from "#kernel/locale";
import type { Meeting } from "../domain/attendance.ts";
import { namingReminder } from "../domain/templates/naming-reminder.ts";
import { offeringChanged } from "../domain/templates/offering-changed.ts";
import { offeringReminder } from "../domain/templates/offering-reminder.ts";
import { buyersPlaces } from "./buyers-places.ts";
import { calendarOf } from "./calendar-of.ts";
import { standingPlacesOf } from "./places-of.ts";
import type { Desk, NothingToWrite, Writer, Written } from "./writer.ts";

interface AboutMeeting {
  readonly orderNumber: OrderNumber;
  readonly offeringId: OfferingId;
  readonly placeId: PlaceId;
  readonly to: "participant" | "buyer";
}

interface Reader {
  readonly name: string;
  readonly meeting: Meeting;
  readonly orderLink: string | undefined;
  readonly locale: Locale;
}

/** To a place's participant, or to the buyer with the order's link; with the calendar file as it is now. */
async function aboutMeeting(
  { orderNumber, offeringId, placeId, to }: AboutMeeting,
  desk: Desk,
  write: (reader: Reader) => Letter,
): Promise<Written | NothingToWrite> {
  const { readings, links, now } = desk;
  const order = await readings.order(orderNumber);
  if (!order) return "nobody-to-write-to";
  const [places, offerings] = await Promise.all([
    readings.places(standingPlacesOf(order, { offeringId, placeId })),
    readings.offerings([offeringId]),
  ]);
  const offering = offerings.get(offeringId);
  const place = places.find((each) => each.placeId === placeId);
  if (!offering || !place || !isAhead(offering, now)) return "out-of-date";
  const { locale, buyer } = order;
  const reader = to === "buyer" ? buyer : place.participant;
  if (!reader?.email) return "nobody-to-write-to";
  const { title, sessions, venue } = offering;
  const letter = write({
    name: reader.name,
    meeting: { title: inLocale(title, locale), sessions, venue },
    orderLink: to === "buyer" ? links.order(order) : undefined,
    locale,
  });
  const here = places.filter((each) => each.offeringId === offeringId);
  const shown = to === "buyer" ? buyersPlaces(here, buyer.email) : [place];
  const calendar = calendarOf("PUBLISH", shown, offerings, locale, desk);
  return { to: reader.email, locale, letter, ...(calendar && { calendar }) };
}

/** Not cancelled, and some of it is still to come. */
function isAhead({ status, sessions }: Offering, now: string): boolean {
  return status === "published" && sessions.some(({ endsAt }) => endsAt > now);
}

export const writeOfferingReminder: Writer<"offering-reminder"> = (notice, desk) =>
  aboutMeeting(notice, desk, ({ locale, ...reader }) => offeringReminder(reader, locale));

export const writeOfferingChanged: Writer<"offering-changed"> = (notice, desk) =>
  aboutMeeting(notice, desk, ({ locale, ...reader }) =>
    offeringChanged({ ...reader, changed: notice.changed }, locale),
  );

export const writeNamingReminder: Writer<"naming-reminder"> = async ({ orderNumber, offeringId }, desk) => {
  const { readings, links, now } = desk;
  const order = await readings.order(orderNumber);
  if (!order) return "nobody-to-write-to";
  const [places, offerings] = await Promise.all([
    readings.places(standingPlacesOf(order)),
    readings.offerings([offeringId]),
  ]);
  const offering = offerings.get(offeringId);
  const unnamed = places.filter((each) => each.offeringId === offeringId && !each.participant).length;
  if (!offering || unnamed === 0 || offering.namingDeadline <= now) return "out-of-date";
  const { locale, buyer } = order;
  const letter = namingReminder(
    {
      buyerName: buyer.name,
      title: inLocale(offering.title, locale),
      unnamed,
      deadline: offering.namingDeadline,
      orderLink: links.order(order),
    },
    locale,
  );
  return { to: buyer.email, locale, letter };
};
