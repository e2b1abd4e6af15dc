import type { Instant } from "#kernel/clock";
import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { formatMoment } from "#kernel/norwegian-time";
import { type Meeting, meetingBlocks } from "../attendance.ts";

export interface OfferMade {
  readonly name: string;
  readonly meeting: Meeting;
  readonly until: Instant;
  readonly entryLink: string;
}

const TEXT = {
  nb: {
    subject: (title: string) => `Det er plass til deg: ${title}`,
    free: (until: string) => `En plass er blitt ledig, og vi holder den av til deg til ${until}.`,
    next: "Svarer du ikke innen da, går plassen til den neste på ventelisten.",
    open: "Ta plassen, eller si nei takk",
  },
  nn: {
    subject: (title: string) => `Det er plass til deg: ${title}`,
    free: (until: string) => `Ein plass har vorte ledig, og vi held han av til deg til ${until}.`,
    next: "Svarer du ikkje innan då, går plassen til den neste på ventelista.",
    open: "Ta plassen, eller sei nei takk",
  },
  en: {
    subject: (title: string) => `There is a place for you: ${title}`,
    free: (until: string) => `A place has come free, and we keep it for you until ${until}.`,
    next: "If you don't answer by then, the place goes to the next on the waiting list.",
    open: "Take the place, or say no thank you",
  },
} as const satisfies Record<Locale, unknown>;

/** To the first in line: a place is held for them. The venue's link, if any, comes when they have the place. */
export function offerMade(data: OfferMade, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(data.meeting.title),
    greeting(data.name, locale),
    paragraph(text.free(formatMoment(data.until, locale))),
    meetingBlocks(data.meeting, locale),
    paragraph(text.next),
    link(text.open, data.entryLink),
  );
}
