import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface SeatsUnused {
  readonly name: string;
  readonly organisation: string;
  readonly free: number;
  /** The last day as it is written. */
  readonly to: string;
  readonly agreementLink: string;
}

const TEXT = {
  nb: {
    subject: (free: number) => (free === 1 ? "Dere har én treneplass igjen" : `Dere har ${free} treneplasser igjen`),
    ends: (organisation: string, to: string) => `Langtidsavtalen med ${organisation} går ut ${to}.`,
    free: (free: number) =>
      `${free === 1 ? "Én treneplass er" : `${free} treneplasser er`} ikke brukt ennå. En plass gjelder bare for kull som begynner mens avtalen varer.`,
    open: "Velg kull og meld på deltakere",
    extend: "Er det ingen kull som passer? Ta kontakt med oss, så ser vi på om avtalen kan forlenges.",
  },
  nn: {
    subject: (free: number) => (free === 1 ? "De har éin treneplass att" : `De har ${free} treneplassar att`),
    ends: (organisation: string, to: string) => `Langtidsavtalen med ${organisation} går ut ${to}.`,
    free: (free: number) =>
      `${free === 1 ? "Éin treneplass er ikkje brukt" : `${free} treneplassar er ikkje brukte`} enno. Ein plass gjeld berre for kull som byrjar medan avtalen varer.`,
    open: "Vel kull og meld på deltakarar",
    extend: "Er det ingen kull som passar? Ta kontakt med oss, så ser vi på om avtalen kan lengjast.",
  },
  en: {
    subject: (free: number) => `You have ${free} trainer seat${free === 1 ? "" : "s"} left`,
    ends: (organisation: string, to: string) => `The long-term agreement with ${organisation} ends on ${to}.`,
    free: (free: number) =>
      `${free === 1 ? "One trainer seat has" : `${free} trainer seats have`} not been used yet. A seat is good only for a cohort that starts while the agreement lasts.`,
    open: "Choose a cohort and name participants",
    extend: "Does no cohort suit you? Get in touch, and we will see whether the agreement can be extended.",
  },
} as const satisfies Record<Locale, unknown>;

/** To each contact of an agreement that ends within six months and has seats that nobody uses. */
export function seatsUnused({ name, organisation, free, to, agreementLink }: SeatsUnused, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(free),
    greeting(name, locale),
    paragraph(text.ends(organisation, to)),
    paragraph(text.free(free)),
    link(text.open, agreementLink),
    paragraph(text.extend),
  );
}
