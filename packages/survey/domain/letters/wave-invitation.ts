import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import { inLocale, type Locale } from "#kernel/locale";
import { formatMoment } from "#kernel/norwegian-time";
import type { LetterFacts } from "./letter-facts.ts";

const TEXT = {
  nb: {
    subject: (gathering: string) => `To minutter om samlingen «${gathering}»`,
    asks: (study: string) => `Skjemaet er åpent (${study}). Det tar omtrent to minutter, og svarene lagres uten navn.`,
    until: (moment: string) => `Du kan svare, og endre svarene dine, til ${moment}.`,
    open: "Svar på skjemaet",
    own: "Lenken er bare din. Ikke send den videre. På siden kan du også trekke deg fra følgeevalueringen.",
  },
  nn: {
    subject: (gathering: string) => `To minutt om samlinga «${gathering}»`,
    asks: (study: string) => `Skjemaet er ope (${study}). Det tek omtrent to minutt, og svara blir lagra utan namn.`,
    until: (moment: string) => `Du kan svare, og endre svara dine, til ${moment}.`,
    open: "Svar på skjemaet",
    own: "Lenkja er berre di. Ikkje send henne vidare. På sida kan du òg trekkje deg frå følgjeevalueringa.",
  },
  en: {
    subject: (gathering: string) => `Two minutes about the gathering “${gathering}”`,
    asks: (study: string) =>
      `The form is open (${study}). It takes about two minutes, and your answers are kept without your name.`,
    until: (moment: string) => `You can answer, and change your answers, until ${moment}.`,
    open: "Answer the form",
    own: "The link is yours alone. Don't pass it on. On the page you can also withdraw from the survey.",
  },
} as const satisfies Record<Locale, unknown>;

/** To everybody who takes part in the survey, or hasn't been asked yet, when a gathering's form opens. */
export function waveInvitation({ locale, name, study, gathering, closesAt, url }: LetterFacts): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(inLocale(gathering, locale)),
    greeting(name, locale),
    paragraph(text.asks(inLocale(study, locale))),
    paragraph(text.until(formatMoment(closesAt, locale))),
    link(text.open, url),
    paragraph(text.own),
  );
}
