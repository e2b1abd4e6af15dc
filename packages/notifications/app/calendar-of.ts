import type { Offering } from "#catalogue/ports/for-sale";
import type { OfferingId } from "#kernel/ids";
import { inLocale, type Locale } from "#kernel/locale";
import type { CalendarAttachment } from "#notifications/ports/post";
import type { PlaceRef } from "#registration/ports/places";
import { calendarFile } from "../domain/calendar.ts";
import type { Desk } from "./writer.ts";

/** The calendar file that goes with a mail about these places; none without places. */
export function calendarOf(
  method: "PUBLISH" | "CANCEL",
  places: readonly PlaceRef[],
  offerings: ReadonlyMap<OfferingId, Offering>,
  locale: Locale,
  { host, now }: Pick<Desk, "host" | "now">,
): CalendarAttachment | undefined {
  const entries = places.flatMap(({ offeringId, placeId }) => {
    const offering = offerings.get(offeringId);
    if (!offering) return [];
    const { title, sessions, venue, version } = offering;
    return [{ placeId, title: inLocale(title, locale), sessions, venue, version }];
  });
  if (entries.length === 0) return undefined;
  return { method, content: calendarFile(method, entries, { host, at: now }) };
}
