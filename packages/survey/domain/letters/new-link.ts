import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import { inLocale, type Locale } from "#kernel/locale";
import { formatMoment } from "#kernel/norwegian-time";
import type { LetterFacts } from "./letter-facts.ts";

const TEXT = {
  nb: {
    subject: (gathering: string) => `Ny lenke til skjemaet for samlingen «${gathering}»`,
    asked: (moment: string) =>
      `Her er den nye lenken til skjemaet. Den virker til ${moment}, på den enheten du svarer fra. Den gamle lenken virker ikke lenger.`,
    open: "Svar på skjemaet",
    ignore:
      "Har du ikke bedt om en ny lenke? Da kan noen ha fått den gamle. Den virker ikke nå, og svarene dine er trygge.",
  },
  nn: {
    subject: (gathering: string) => `Ny lenkje til skjemaet for samlinga «${gathering}»`,
    asked: (moment: string) =>
      `Her er den nye lenkja til skjemaet. Ho verkar til ${moment}, på den eininga du svarer frå. Den gamle lenkja verkar ikkje lenger.`,
    open: "Svar på skjemaet",
    ignore:
      "Har du ikkje bede om ei ny lenkje? Då kan nokon ha fått den gamle. Ho verkar ikkje no, og svara dine er trygge.",
  },
  en: {
    subject: (gathering: string) => `A new link to the form for the gathering “${gathering}”`,
    asked: (moment: string) =>
      `Here is the new link to the form. It works until ${moment}, on the device you answer from. The old link no longer works.`,
    open: "Answer the form",
    ignore:
      "Did you not ask for a new link? Then somebody may have got the old one. It doesn't work now, and your answers are safe.",
  },
} as const satisfies Record<Locale, unknown>;

/** To the participant's own address, when somebody with their link has asked for a new one. */
export function newLink({ locale, name, gathering, closesAt, url }: LetterFacts): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(inLocale(gathering, locale)),
    greeting(name, locale),
    paragraph(text.asked(formatMoment(closesAt, locale))),
    link(text.open, url),
    paragraph(text.ignore),
  );
}
