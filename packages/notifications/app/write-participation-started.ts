import { inLocale } from "#kernel/locale";
import { participationStarted } from "../domain/templates/participation-started.ts";
import { calendarOf } from "./calendar-of.ts";
import type { Writer } from "./writer.ts";

export const writeParticipationStarted: Writer<"participation-started"> = async ({ cohortId, placeId }, desk) => {
  const [participation, offerings] = await Promise.all([
    desk.readings.participation({ cohortId, placeId }),
    desk.readings.offerings([cohortId]),
  ]);
  const offering = offerings.get(cohortId);
  if (!participation || !offering) return "nobody-to-write-to";
  if (participation.status === "withdrawn") return "out-of-date";
  const { name, email, locale } = participation;
  const { title, sessions, venue } = offering;
  const letter = participationStarted(
    {
      name,
      meeting: { title: inLocale(title, locale), sessions, venue },
      link: desk.links.participation(participation),
    },
    locale,
  );
  const calendar = calendarOf("PUBLISH", [{ offeringId: cohortId, placeId }], offerings, locale, desk);
  return { to: email, locale, letter, ...(calendar && { calendar }) };
};
