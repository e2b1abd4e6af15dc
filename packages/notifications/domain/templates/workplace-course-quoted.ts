import type { Instant } from "#kernel/clock";
import { greeting } from "#kernel/greeting";
import { details, type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { formatKroner, type Money } from "#kernel/money";
import { formatMoment, formatSession, type Session } from "#kernel/norwegian-time";

export interface WorkplaceCourseQuoted {
  readonly name: string;
  readonly title: string;
  readonly session: Session;
  readonly venue: string;
  readonly capacity: number;
  /** Øre, VAT included. */
  readonly price: Money;
  readonly answerBy: Instant;
  readonly courseLink: string;
}

const TEXT = {
  nb: {
    subject: "Tilbud: kurs hos dere",
    offered: "Vi kommer gjerne. Dette er tilbudet vårt:",
    what: "Hva",
    when: "Når",
    where: "Hvor",
    howMany: "Deltakere",
    atMost: (count: number) => `inntil ${count}`,
    price: "Pris for hele kurset, inkludert mva.",
    answer: (by: string) => `Svar ja eller nei på siden under, innen ${by}. Sier dere ja, får dere faktura.`,
    open: "Se tilbudet og svar",
    questions: "Passer det ikke helt? Svar på denne e-posten, så finner vi noe annet.",
  },
  nn: {
    subject: "Tilbod: kurs hos dykk",
    offered: "Vi kjem gjerne. Dette er tilbodet vårt:",
    what: "Kva",
    when: "Når",
    where: "Kvar",
    howMany: "Deltakarar",
    atMost: (count: number) => `inntil ${count}`,
    price: "Pris for heile kurset, inkludert mva.",
    answer: (by: string) => `Svar ja eller nei på sida under, innan ${by}. Seier de ja, får de faktura.`,
    open: "Sjå tilbodet og svar",
    questions: "Passar det ikkje heilt? Svar på denne e-posten, så finn vi noko anna.",
  },
  en: {
    subject: "Our offer: a course at your workplace",
    offered: "We would be glad to come. This is our offer:",
    what: "What",
    when: "When",
    where: "Where",
    howMany: "Participants",
    atMost: (count: number) => `up to ${count}`,
    price: "Price of the whole course, VAT included",
    answer: (by: string) => `Say yes or no on the page below, by ${by}. If you say yes, you get an invoice.`,
    open: "See the offer and answer",
    questions: "Not quite right? Answer this mail, and we will find something else.",
  },
} as const satisfies Record<Locale, unknown>;

/** To whoever asked for a course at their workplace: a price and a date, to say yes or no to. */
export function workplaceCourseQuoted(data: WorkplaceCourseQuoted, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject,
    greeting(data.name, locale),
    paragraph(text.offered),
    details(
      { label: text.what, value: data.title },
      { label: text.when, value: formatSession(data.session, locale) },
      { label: text.where, value: data.venue },
      { label: text.howMany, value: text.atMost(data.capacity) },
      { label: text.price, value: formatKroner(data.price) },
    ),
    paragraph(text.answer(formatMoment(data.answerBy, locale))),
    link(text.open, data.courseLink),
    paragraph(text.questions),
  );
}
