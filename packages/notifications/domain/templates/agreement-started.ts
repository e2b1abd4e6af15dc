import { greeting } from "#kernel/greeting";
import { details, type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface AgreementStarted {
  readonly name: string;
  readonly organisation: string;
  /** Days as they are written, the last one included. */
  readonly from: string;
  readonly to: string;
  readonly seats: number;
  readonly agreementLink: string;
}

const TEXT = {
  nb: {
    subject: (organisation: string) => `Langtidsavtalen med ${organisation}`,
    started: (organisation: string) =>
      `${organisation} og SMART oppvekst har en langtidsavtale, og du er kontaktperson for den.`,
    period: "Avtalen gjelder",
    days: (from: string, to: string) => `${from} til og med ${to}`,
    seats: "Treneplasser",
    page: "På avtalens side ser du hva som er brukt og hva som er igjen. Der melder du på deltakere til trenerutdanningen, ser møtene vi har avtalt, og bestiller materiell til de ansatte.",
    open: "Åpne avtalen",
    key: "Lenken er din egen. Alle som har den, kan bruke avtalen, så ikke send den videre.",
  },
  nn: {
    subject: (organisation: string) => `Langtidsavtalen med ${organisation}`,
    started: (organisation: string) =>
      `${organisation} og SMART oppvekst har ein langtidsavtale, og du er kontaktperson for han.`,
    period: "Avtalen gjeld",
    days: (from: string, to: string) => `${from} til og med ${to}`,
    seats: "Treneplassar",
    page: "På sida til avtalen ser du kva som er brukt og kva som er att. Der melder du på deltakarar til trenarutdanninga, ser møta vi har avtalt, og bestiller materiell til dei tilsette.",
    open: "Opne avtalen",
    key: "Lenkja er di eiga. Alle som har henne, kan bruke avtalen, så ikkje send henne vidare.",
  },
  en: {
    subject: (organisation: string) => `The long-term agreement with ${organisation}`,
    started: (organisation: string) =>
      `${organisation} and SMART oppvekst have a long-term agreement, and you are a contact for it.`,
    period: "The agreement runs",
    days: (from: string, to: string) => `from ${from} to ${to}`,
    seats: "Trainer seats",
    page: "The agreement's page shows what is used and what is left. There you name participants for trainer education, see the meetings we have agreed on, and order materials for your staff.",
    open: "Open the agreement",
    key: "The link is your own. Whoever has it can use the agreement, so don't pass it on.",
  },
} as const satisfies Record<Locale, unknown>;

/** To each contact of a new agreement, and to one who becomes a contact later. */
export function agreementStarted(data: AgreementStarted, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(data.organisation),
    greeting(data.name, locale),
    paragraph(text.started(data.organisation)),
    details(
      { label: text.period, value: text.days(data.from, data.to) },
      { label: text.seats, value: String(data.seats) },
    ),
    paragraph(text.page),
    link(text.open, data.agreementLink),
    paragraph(text.key),
  );
}
