import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import { inLocale, type Locale } from "#kernel/locale";
import { formatMoment } from "#kernel/norwegian-time";
import type { LetterFacts } from "./letter-facts.ts";

const TEXT = {
  nb: {
    subject: (gathering: string) => `Påminnelse: skjemaet for samlingen «${gathering}»`,
    asks: (gathering: string, moment: string) =>
      `Skjemaet for samlingen «${gathering}» mangler svar fra deg. Det er åpent til ${moment} og tar omtrent to minutter.`,
    machine:
      "Denne påminnelsen sendes automatisk. Ingen av oss ser hvem som har svart, og ingen ser hvem som får påminnelsen.",
    open: "Svar på skjemaet",
    done: "Har du nettopp svart, kan du se bort fra denne e-posten.",
  },
  nn: {
    subject: (gathering: string) => `Påminning: skjemaet for samlinga «${gathering}»`,
    asks: (gathering: string, moment: string) =>
      `Skjemaet for samlinga «${gathering}» manglar svar frå deg. Det er ope til ${moment} og tek omtrent to minutt.`,
    machine:
      "Denne påminninga blir send automatisk. Ingen av oss ser kven som har svart, og ingen ser kven som får påminninga.",
    open: "Svar på skjemaet",
    done: "Har du nettopp svart, kan du sjå bort frå denne e-posten.",
  },
  en: {
    subject: (gathering: string) => `Reminder: the form for the gathering “${gathering}”`,
    asks: (gathering: string, moment: string) =>
      `The form for the gathering “${gathering}” lacks answers from you. It is open until ${moment}, and takes about two minutes.`,
    machine: "This reminder is sent automatically. None of us sees who has answered, or who gets the reminder.",
    open: "Answer the form",
    done: "If you have just answered, ignore this mail.",
  },
} as const satisfies Record<Locale, unknown>;

/** Once to those who were at the gathering and have not answered its form. */
export function waveReminder({ locale, name, gathering, closesAt, url }: LetterFacts): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(inLocale(gathering, locale)),
    greeting(name, locale),
    paragraph(text.asks(inLocale(gathering, locale), formatMoment(closesAt, locale))),
    link(text.open, url),
    paragraph(text.machine),
    paragraph(text.done),
  );
}
