import type { Instant } from "#kernel/clock";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { formatMoment } from "#kernel/norwegian-time";

export interface ExportReady {
  readonly until: Instant;
  readonly answerLink: string;
}

const TEXT = {
  nb: {
    subject: "Opplysningene vi har om deg",
    ready: "Du ba om å få se hvilke opplysninger vi har om deg. De er samlet på en side som bare du har lenken til.",
    until: (time: string) => `Siden er åpen til ${time}. Gi ikke lenken til andre.`,
    open: "Se opplysningene",
    wrong: "Stemmer noe ikke, eller vil du ha noe slettet? Svar på denne e-posten.",
  },
  nn: {
    subject: "Opplysningane vi har om deg",
    ready: "Du bad om å få sjå kva opplysningar vi har om deg. Dei er samla på ei side som berre du har lenkja til.",
    until: (time: string) => `Sida er open til ${time}. Ikkje gi lenkja til andre.`,
    open: "Sjå opplysningane",
    wrong: "Er noko feil, eller vil du ha noko sletta? Svar på denne e-posten.",
  },
  en: {
    subject: "The data we have about you",
    ready: "You asked to see the data we have about you. It is gathered on a page that only you have the link to.",
    until: (time: string) => `The page is open until ${time}. Don't give the link to anybody.`,
    open: "See the data",
    wrong: "Is anything wrong, or do you want anything erased? Reply to this mail.",
  },
} as const satisfies Record<Locale, unknown>;

/** To whoever asked what is held about them. No name: a request is about an address. */
export function exportReady({ until, answerLink }: ExportReady, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject,
    paragraph(text.ready),
    paragraph(text.until(formatMoment(until, locale))),
    link(text.open, answerLink),
    paragraph(text.wrong),
  );
}
