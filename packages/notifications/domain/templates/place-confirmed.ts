import { greeting } from "#kernel/greeting";
import { type Letter, letter, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { type Meeting, meetingBlocks } from "../attendance.ts";

export interface PlaceConfirmed {
  readonly participantName: string;
  readonly buyerName: string;
  readonly meeting: Meeting;
}

const TEXT = {
  nb: {
    subject: (title: string) => `Du har plass: ${title}`,
    signedUp: (buyer: string, title: string) => `${buyer} har meldt deg på ${title}. Plassen din er bekreftet.`,
    calendar: "Kalenderfilen som er lagt ved, legger datoene inn i kalenderen din.",
    cannot: (buyer: string) => `Kan du ikke komme? Si fra til ${buyer}, som kan endre navnet eller avbestille.`,
  },
  nn: {
    subject: (title: string) => `Du har plass: ${title}`,
    signedUp: (buyer: string, title: string) => `${buyer} har meldt deg på ${title}. Plassen din er stadfesta.`,
    calendar: "Kalenderfila som er lagd ved, legg datoane inn i kalenderen din.",
    cannot: (buyer: string) => `Kan du ikkje kome? Sei frå til ${buyer}, som kan endre namnet eller avbestille.`,
  },
  en: {
    subject: (title: string) => `You have a place: ${title}`,
    signedUp: (buyer: string, title: string) => `${buyer} has signed you up for ${title}. Your place is confirmed.`,
    calendar: "The attached calendar file puts the dates into your calendar.",
    cannot: (buyer: string) => `Can't come? Tell ${buyer}, who can change the name or cancel.`,
  },
} as const satisfies Record<Locale, unknown>;

/** To a participant whom somebody else signed up. Without the order's link: the order is the buyer's. */
export function placeConfirmed(data: PlaceConfirmed, locale: Locale): Letter {
  const text = TEXT[locale];
  const { participantName, buyerName, meeting } = data;
  return letter(
    text.subject(meeting.title),
    greeting(participantName, locale),
    paragraph(text.signedUp(buyerName, meeting.title)),
    meetingBlocks(meeting, locale),
    paragraph(text.calendar),
    paragraph(text.cannot(buyerName)),
  );
}
