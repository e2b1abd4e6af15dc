import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface CertificateIssued {
  readonly name: string;
  /** It takes the place of an earlier one. */
  readonly replaces: boolean;
  readonly certificateLink: string;
}

const TEXT = {
  nb: {
    subject: "Kompetansebeviset ditt",
    congratulations: "Gratulerer! Du har fullført trenerutdanningen og er nå SMART-trener.",
    anew: "Her er et nytt kompetansebevis. Det gamle gjelder ikke lenger.",
    attached: "Kompetansebeviset ligger ved som PDF.",
    share:
      "Det har også en egen side på nett. Del gjerne lenken: Der kan arbeidsgivere og andre se at beviset er ekte, og der kan du laste det ned på nytt.",
    open: "Se kompetansebeviset",
    network: "Som SMART-trener er du velkommen på nettverkssamlingene våre.",
  },
  nn: {
    subject: "Kompetansebeviset ditt",
    congratulations: "Gratulerer! Du har fullført trenarutdanninga og er no SMART-trenar.",
    anew: "Her er eit nytt kompetansebevis. Det gamle gjeld ikkje lenger.",
    attached: "Kompetansebeviset ligg ved som PDF.",
    share:
      "Det har òg ei eiga side på nett. Del gjerne lenkja: Der kan arbeidsgjevarar og andre sjå at beviset er ekte, og der kan du laste det ned på nytt.",
    open: "Sjå kompetansebeviset",
    network: "Som SMART-trenar er du velkomen på nettverkssamlingane våre.",
  },
  en: {
    subject: "Your certificate of competence",
    congratulations: "Congratulations! You have completed the trainer education and are now a SMART trainer.",
    anew: "Here is a new certificate. The old one is no longer valid.",
    attached: "The certificate is attached as a PDF.",
    share:
      "It also has a page of its own. Feel free to share the link: employers and others can see there that it is genuine, and you can download it again.",
    open: "See the certificate",
    network: "As a SMART trainer you are welcome at our network meetings.",
  },
} as const satisfies Record<Locale, unknown>;

/** To its holder: the certificate, attached, and where anybody can check it. */
export function certificateIssued({ name, replaces, certificateLink }: CertificateIssued, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject,
    greeting(name, locale),
    paragraph(replaces ? text.anew : text.congratulations),
    paragraph(text.attached),
    paragraph(text.share),
    link(text.open, certificateLink),
    replaces ? undefined : paragraph(text.network),
  );
}
