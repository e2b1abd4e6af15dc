import type { Instant } from "#kernel/clock";
import { type Letter, letter, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { formatMoment } from "#kernel/norwegian-time";

export interface MailCode {
  /** Six digits. */
  readonly code: string;
  readonly validUntil: Instant;
}

const TEXT = {
  nb: {
    subject: "Koden din fra SMART oppvekst",
    enter: "Skriv inn denne koden for å bekrefte e-postadressen din:",
    until: (time: string) => `Koden virker til ${time}.`,
    ignore: "Har du ikke bedt om noen kode? Da kan du se bort fra denne e-posten. Ikke gi koden til andre.",
  },
  nn: {
    subject: "Koden din frå SMART oppvekst",
    enter: "Skriv inn denne koden for å stadfeste e-postadressa di:",
    until: (time: string) => `Koden verkar til ${time}.`,
    ignore: "Har du ikkje bede om nokon kode? Då kan du sjå bort frå denne e-posten. Ikkje gi koden til andre.",
  },
  en: {
    subject: "Your code from SMART oppvekst",
    enter: "Enter this code to confirm your mail address:",
    until: (time: string) => `The code works until ${time}.`,
    ignore: "Did you not ask for a code? Then ignore this mail. Don't give the code to anybody.",
  },
} as const satisfies Record<Locale, unknown>;

/** To whoever asked to prove their address. Not in the subject: that shows on locked screens. */
export function mailCode(data: MailCode, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject,
    paragraph(text.enter),
    { kind: "code", code: data.code },
    paragraph(text.until(formatMoment(data.validUntil, locale))),
    paragraph(text.ignore),
  );
}
