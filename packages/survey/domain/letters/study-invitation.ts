import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import { inLocale, type Locale } from "#kernel/locale";
import { formatMoment } from "#kernel/norwegian-time";
import type { LetterFacts } from "./letter-facts.ts";

const TEXT = {
  nb: {
    subject: (study: string) => `Vil du være med? ${study}`,
    what: "Vi vil vite hva trenerutdanningen betyr for dere som går på den, og spør derfor alle i kullet om å svare på et kort skjema ved hver samling. Det tar omtrent to minutter på mobilen.",
    kept: "Svarene dine lagres uten navn, og de som leser resultatene, kan ikke se hvem som har svart hva.",
    free: "Det er frivillig å være med. Sier du nei, får det ingen følger for plassen din eller kompetansebeviset.",
    until: (gathering: string, moment: string) => `Skjemaet for samlingen «${gathering}» er åpent til ${moment}.`,
    open: "Les mer og svar",
    own: "Lenken er bare din. Ikke send den videre.",
  },
  nn: {
    subject: (study: string) => `Vil du vere med? ${study}`,
    what: "Vi vil vite kva trenarutdanninga betyr for dykk som går på henne, og spør difor alle i kullet om å svare på eit kort skjema ved kvar samling. Det tek omtrent to minutt på mobilen.",
    kept: "Svara dine blir lagra utan namn, og dei som les resultata, kan ikkje sjå kven som har svart kva.",
    free: "Det er frivillig å vere med. Seier du nei, får det ingen følgjer for plassen din eller kompetansebeviset.",
    until: (gathering: string, moment: string) => `Skjemaet for samlinga «${gathering}» er ope til ${moment}.`,
    open: "Les meir og svar",
    own: "Lenkja er berre di. Ikkje send henne vidare.",
  },
  en: {
    subject: (study: string) => `Will you take part? ${study}`,
    what: "We want to know what the trainer education means to you who attend it, so we ask everybody in the cohort to answer a short form at each gathering. It takes about two minutes on a phone.",
    kept: "Your answers are kept without your name, and those who read the results can't see who answered what.",
    free: "Taking part is voluntary. If you say no, it makes no difference to your place or your certificate.",
    until: (gathering: string, moment: string) => `The form for the gathering “${gathering}” is open until ${moment}.`,
    open: "Read more and answer",
    own: "The link is yours alone. Don't pass it on.",
  },
} as const satisfies Record<Locale, unknown>;

/** To everybody in a cohort, with the link to its first form: what is asked, and that they may say no. */
export function studyInvitation({ locale, name, study, gathering, closesAt, url }: LetterFacts): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(inLocale(study, locale)),
    greeting(name, locale),
    paragraph(text.what),
    paragraph(text.kept),
    paragraph(text.free),
    paragraph(text.until(inLocale(gathering, locale), formatMoment(closesAt, locale))),
    link(text.open, url),
    paragraph(text.own),
  );
}
