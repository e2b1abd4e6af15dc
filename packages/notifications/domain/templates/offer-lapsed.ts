import { greeting } from "#kernel/greeting";
import { type Letter, letter, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface OfferLapsed {
  readonly name: string;
  readonly title: string;
}

const TEXT = {
  nb: {
    subject: (title: string) => `Fristen gikk ut: ${title}`,
    lapsed: (title: string) =>
      `Vi fikk ikke svar fra deg innen fristen, så plassen på ${title} er gått videre til den neste på ventelisten.`,
    again: "Vil du fortsatt være med? Sett deg på ventelisten på nytt.",
  },
  nn: {
    subject: (title: string) => `Fristen gjekk ut: ${title}`,
    lapsed: (title: string) =>
      `Vi fekk ikkje svar frå deg innan fristen, så plassen på ${title} har gått vidare til den neste på ventelista.`,
    again: "Vil du framleis vere med? Set deg på ventelista på nytt.",
  },
  en: {
    subject: (title: string) => `The deadline has passed: ${title}`,
    lapsed: (title: string) =>
      `We did not hear from you in time, so the place in ${title} has gone to the next on the waiting list.`,
    again: "Still want to come? Join the waiting list again.",
  },
} as const satisfies Record<Locale, unknown>;

/** To one who was offered a place and did not answer. */
export function offerLapsed(data: OfferLapsed, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(data.title),
    greeting(data.name, locale),
    paragraph(text.lapsed(data.title)),
    paragraph(text.again),
  );
}
