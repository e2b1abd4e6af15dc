import type { Instant } from "#kernel/clock";
import { type Block, details, heading } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { formatMoment, formatSession } from "#kernel/norwegian-time";
import { type SessionAt, type Venue, venueText } from "./venue.ts";

/** An offering as those who have a place in it need to know it. */
export interface Meeting {
  readonly title: string;
  readonly sessions: readonly SessionAt[];
  readonly venue: Venue;
}

/** A meeting, with the places one order has in it. */
export interface Attendance extends Meeting {
  /** The names, of those who have one. */
  readonly participants: readonly string[];
  /** Places that nobody is named for yet. */
  readonly unnamed: number;
  readonly namingDeadline: Instant;
  readonly cancellationDeadline: Instant;
}

const WORDS = {
  nb: {
    when: "Når",
    where: "Hvor",
    who: "Deltakere",
    unnamed: (count: number) => (count === 1 ? "1 plass uten navn" : `${count} plasser uten navn`),
    nameBy: "Fyll inn navn innen",
    cancelBy: "Kan avbestilles innen",
  },
  nn: {
    when: "Når",
    where: "Kvar",
    who: "Deltakarar",
    unnamed: (count: number) => (count === 1 ? "1 plass utan namn" : `${count} plassar utan namn`),
    nameBy: "Fyll inn namn innan",
    cancelBy: "Kan avbestillast innan",
  },
  en: {
    when: "When",
    where: "Where",
    who: "Participants",
    unnamed: (count: number) => (count === 1 ? "1 place without a name" : `${count} places without a name`),
    nameBy: "Fill in the names by",
    cancelBy: "Can be cancelled until",
  },
} as const satisfies Record<Locale, unknown>;

/** Title, time and place. */
export function meetingBlocks(meeting: Meeting, locale: Locale): Block[] {
  const words = WORDS[locale];
  return [
    heading(meeting.title),
    details(
      ...meeting.sessions.map((session) => ({ label: words.when, value: whenAndWhere(session, locale) })),
      meeting.sessions.every(({ venue }) => venue !== undefined)
        ? undefined
        : { label: words.where, value: venueText(meeting.venue, locale) },
    ),
  ];
}

function whenAndWhere(session: SessionAt, locale: Locale): string {
  const when = formatSession(session, locale);
  return session.venue ? `${when}, ${venueText(session.venue, locale)}` : when;
}

/** Title, time and place; who comes, and what the buyer may still do until when. */
export function attendanceBlocks(attendance: Attendance, locale: Locale): Block[] {
  const words = WORDS[locale];
  const { participants, unnamed } = attendance;
  return [
    ...meetingBlocks(attendance, locale),
    details(
      {
        label: words.who,
        value: [...participants, ...(unnamed > 0 ? [words.unnamed(unnamed)] : [])].join(", "),
      },
      unnamed > 0 ? { label: words.nameBy, value: formatMoment(attendance.namingDeadline, locale) } : undefined,
      { label: words.cancelBy, value: formatMoment(attendance.cancellationDeadline, locale) },
    ),
  ];
}
