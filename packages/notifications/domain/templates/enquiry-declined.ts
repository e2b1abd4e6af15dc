import { greeting } from "#kernel/greeting";
import { type Letter, letter, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface EnquiryDeclined {
  readonly name: string;
  readonly organisation: string;
  /** In the centre's own words, beside what is always said. */
  readonly reason: string | undefined;
}

const TEXT = {
  nb: {
    subject: "Svar på forespørselen om langtidsavtale",
    declined: (organisation: string) =>
      `Vi har lest forespørselen fra ${organisation}, men har dessverre ikke plass til en avtale med dere nå.`,
    instead: "Dere er velkomne på kursene våre i mellomtiden, og kan gjerne spørre igjen senere.",
  },
  nn: {
    subject: "Svar på førespurnaden om langtidsavtale",
    declined: (organisation: string) =>
      `Vi har lese førespurnaden frå ${organisation}, men har dessverre ikkje plass til ein avtale med dykk no.`,
    instead: "De er velkomne på kursa våre i mellomtida, og kan gjerne spørje igjen seinare.",
  },
  en: {
    subject: "Our answer to your enquiry about a long-term agreement",
    declined: (organisation: string) =>
      `We have read the enquiry from ${organisation}, and are sorry that we have no room for an agreement with you now.`,
    instead: "You are welcome at our courses meanwhile, and to ask again later.",
  },
} as const satisfies Record<Locale, unknown>;

/** To whoever asked for a long-term agreement that there is no room for. */
export function enquiryDeclined({ name, organisation, reason }: EnquiryDeclined, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject,
    greeting(name, locale),
    paragraph(text.declined(organisation)),
    reason === undefined ? undefined : paragraph(reason),
    paragraph(text.instead),
  );
}
