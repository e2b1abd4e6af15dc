import { greeting } from "#kernel/greeting";
import { type Letter, letter, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface WaitingListClosed {
  readonly name: string;
  readonly title: string;
}

const TEXT = {
  nb: {
    subject: (title: string) => `Avlyst: ${title}`,
    closed: (title: string) => `${title} er dessverre avlyst, så ventelisten er lukket. Du trenger ikke å gjøre noe.`,
    again: "Se hva annet vi har på nettsiden vår.",
  },
  nn: {
    subject: (title: string) => `Avlyst: ${title}`,
    closed: (title: string) => `${title} er dessverre avlyst, så ventelista er lukka. Du treng ikkje å gjere noko.`,
    again: "Sjå kva anna vi har på nettsida vår.",
  },
  en: {
    subject: (title: string) => `Cancelled: ${title}`,
    closed: (title: string) =>
      `We are sorry: ${title} is cancelled, so the waiting list is closed. There is nothing you need to do.`,
    again: "See what else we have on our web page.",
  },
} as const satisfies Record<Locale, unknown>;

/** To one who waited, or had an offer, when the offering was cancelled. */
export function waitingListClosed(data: WaitingListClosed, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(data.title),
    greeting(data.name, locale),
    paragraph(text.closed(data.title)),
    paragraph(text.again),
  );
}
