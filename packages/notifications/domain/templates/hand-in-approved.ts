import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import type { HandInDecided } from "./hand-in-returned.ts";

const TEXT = {
  nb: {
    subject: { portfolio: "Mappen din er godkjent", essay: "Refleksjonsoppgaven din er godkjent" },
    well: "Godt jobbet! Du trenger ikke gjøre noe mer med den.",
    button: "Se hva du har levert",
  },
  nn: {
    subject: { portfolio: "Mappa di er godkjend", essay: "Refleksjonsoppgåva di er godkjend" },
    well: "Godt jobba! Du treng ikkje gjere noko meir med ho.",
    button: "Sjå kva du har levert",
  },
  en: {
    subject: { portfolio: "Your portfolio is approved", essay: "Your reflection essay is approved" },
    well: "Well done! You need not do anything more with it.",
    button: "See what you have handed in",
  },
} as const satisfies Record<Locale, unknown>;

/** To a participant. */
export function handInApproved(data: HandInDecided, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject[data.kind],
    greeting(data.name, locale),
    paragraph(text.well),
    link(text.button, data.link),
  );
}
