import type { Instant } from "#kernel/clock";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { formatDate, norwegianDay } from "#kernel/norwegian-time";

export interface ErasureDone {
  /** When what is kept only for now is looked at again; none: all that can go is gone. */
  readonly again: Instant | undefined;
  readonly answerLink: string;
}

const TEXT = {
  nb: {
    subject: "Opplysningene dine er slettet",
    done: "Du ba oss slette opplysningene vi har om deg. Nå er det gjort.",
    kept: "Noe må vi ta vare på, som regnskap. Siden forteller hva, hvorfor og hvor lenge.",
    again: (day: string) =>
      `Noe trenger vi ennå, fordi avtalen med deg ikke er ferdig. Det ser vi på igjen ${day}, og da slettes det av seg selv.`,
    open: "Se hva som er slettet",
    copies: "Sikkerhetskopier forsvinner av seg selv etter 35 dager.",
  },
  nn: {
    subject: "Opplysningane dine er sletta",
    done: "Du bad oss slette opplysningane vi har om deg. No er det gjort.",
    kept: "Noko må vi ta vare på, som rekneskap. Sida fortel kva, kvifor og kor lenge.",
    again: (day: string) =>
      `Noko treng vi enno, fordi avtalen med deg ikkje er ferdig. Det ser vi på att ${day}, og då blir det sletta av seg sjølv.`,
    open: "Sjå kva som er sletta",
    copies: "Tryggingskopiar forsvinn av seg sjølve etter 35 dagar.",
  },
  en: {
    subject: "Your data has been erased",
    done: "You asked us to erase the data we have about you. It is done.",
    kept: "Some of it we must keep, such as accounts. The page tells what, why and for how long.",
    again: (day: string) =>
      `Some of it we still need, since our agreement with you is not over. We look at that again on ${day}, and then it is erased by itself.`,
    open: "See what was erased",
    copies: "Backups disappear by themselves after 35 days.",
  },
} as const satisfies Record<Locale, unknown>;

/** To whoever asked to be erased, before their address goes too. */
export function erasureDone({ again, answerLink }: ErasureDone, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject,
    paragraph(text.done),
    again && paragraph(text.again(formatDate(norwegianDay(again), locale))),
    paragraph(text.kept),
    link(text.open, answerLink),
    paragraph(text.copies),
  );
}
