import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface CertificateRevoked {
  readonly name: string;
  readonly certificateLink: string;
}

const TEXT = {
  nb: {
    subject: "Kompetansebeviset ditt er trukket tilbake",
    revoked:
      "Vi har trukket tilbake kompetansebeviset ditt. Det gjelder ikke lenger, og det står nå på siden til beviset.",
    ask: "Lurer du på hvorfor, eller mener du at det er feil? Svar på denne e-posten, så ser vi på det sammen med deg.",
    open: "Se siden til beviset",
  },
  nn: {
    subject: "Kompetansebeviset ditt er trekt tilbake",
    revoked: "Vi har trekt tilbake kompetansebeviset ditt. Det gjeld ikkje lenger, og det står no på sida til beviset.",
    ask: "Lurer du på kvifor, eller meiner du at det er feil? Svar på denne e-posten, så ser vi på det saman med deg.",
    open: "Sjå sida til beviset",
  },
  en: {
    subject: "Your certificate has been revoked",
    revoked: "We have revoked your certificate of competence. It is no longer valid, and its page says so now.",
    ask: "Do you wonder why, or think that this is wrong? Answer this mail, and we will look at it together.",
    open: "See the certificate's page",
  },
} as const satisfies Record<Locale, unknown>;

/** To its holder. Why is between them and us, and not in a mail. */
export function certificateRevoked({ name, certificateLink }: CertificateRevoked, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject,
    greeting(name, locale),
    paragraph(text.revoked),
    paragraph(text.ask),
    link(text.open, certificateLink),
  );
}
