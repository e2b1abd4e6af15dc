import type { Offering } from "#catalogue/ports/for-sale";
import type { EntryId, OfferingId } from "#kernel/ids";
import type { Letter } from "#kernel/letter";
import { inLocale } from "#kernel/locale";
import type { Entry } from "#registration/ports/waiting-list";
import { offerLapsed } from "../domain/templates/offer-lapsed.ts";
import { offerMade } from "../domain/templates/offer-made.ts";
import { waitingListClosed } from "../domain/templates/waiting-list-closed.ts";
import { waitingListJoined } from "../domain/templates/waiting-list-joined.ts";
import { withoutLink } from "../domain/venue.ts";
import type { Desk, Writer, Written } from "./writer.ts";

/** To one in a waiting list, if what the mail says is still so. */
async function toEntry(
  { offeringId, entryId }: { readonly offeringId: OfferingId; readonly entryId: EntryId },
  { readings }: Desk,
  write: (entry: Entry, offering: Offering) => Promise<Letter | undefined>,
): Promise<Written | "nobody-to-write-to" | "out-of-date"> {
  const [entry, offerings] = await Promise.all([
    readings.entry({ offeringId, entryId }),
    readings.offerings([offeringId]),
  ]);
  const offering = offerings.get(offeringId);
  if (!entry || !offering) return "nobody-to-write-to";
  const letter = await write(entry, offering);
  return letter ? { to: entry.email, locale: entry.locale, letter } : "out-of-date";
}

export const writeWaitingListJoined: Writer<"waiting-list-joined"> = (notice, desk) =>
  toEntry(notice, desk, async (entry, offering) => {
    if (entry.status !== "waiting") return undefined;
    const { name, locale } = entry;
    const position = await desk.readings.position(entry);
    const title = inLocale(offering.title, locale);
    return waitingListJoined({ name, title, position, entryLink: desk.links.entry(entry) }, locale);
  });

export const writeOfferMade: Writer<"offer-made"> = (notice, desk) =>
  toEntry(notice, desk, async (entry, { title, sessions, venue }) => {
    if (entry.status !== "offered" || entry.until !== notice.until || entry.until <= desk.now) return undefined;
    const { name, locale, until } = entry;
    const meeting = { title: inLocale(title, locale), sessions, venue: withoutLink(venue) };
    return offerMade({ name, meeting, until, entryLink: desk.links.entry(entry) }, locale);
  });

export const writeOfferLapsed: Writer<"offer-lapsed"> = (notice, desk) =>
  toEntry(notice, desk, async ({ name, locale }, { title }) =>
    offerLapsed({ name, title: inLocale(title, locale) }, locale),
  );

export const writeWaitingListClosed: Writer<"waiting-list-closed"> = (notice, desk) =>
  toEntry(notice, desk, async ({ name, locale }, { title }) =>
    waitingListClosed({ name, title: inLocale(title, locale) }, locale),
  );
