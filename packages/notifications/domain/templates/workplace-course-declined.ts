import { greeting } from "#kernel/greeting";
import { type Letter, letter, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface WorkplaceCourseDeclined {
  readonly name: string;
  readonly what: string;
  /** In the centre's own words. */
  readonly reason: string;
}

const TEXT = {
  nb: {
    subject: "Svar på forespørselen om kurs hos dere",
    declined: (what: string) => `Vi kan dessverre ikke holde kurset dere spurte om: ${what}.`,
    instead: "Dere er velkomne på de åpne kursene våre, og kan gjerne spørre igjen.",
  },
  nn: {
    subject: "Svar på førespurnaden om kurs hos dykk",
    declined: (what: string) => `Vi kan dessverre ikkje halde kurset de spurde om: ${what}.`,
    instead: "De er velkomne på dei opne kursa våre, og kan gjerne spørje igjen.",
  },
  en: {
    subject: "Our answer about a course at your workplace",
    declined: (what: string) => `We are sorry that we can't hold the course you asked for: ${what}.`,
    instead: "You are welcome at our open courses, and to ask again.",
  },
} as const satisfies Record<Locale, unknown>;

/** To whoever asked for a course at their workplace that the centre can't hold. */
export function workplaceCourseDeclined({ name, what, reason }: WorkplaceCourseDeclined, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject,
    greeting(name, locale),
    paragraph(text.declined(what)),
    paragraph(reason),
    paragraph(text.instead),
  );
}
