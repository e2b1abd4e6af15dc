import { greeting } from "#kernel/greeting";
import { type Letter, letter, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface EnquiryReceived {
  readonly name: string;
  readonly organisation: string;
}

const TEXT = {
  nb: {
    subject: "Vi har fått forespørselen om langtidsavtale",
    received: (organisation: string) =>
      `Takk for at dere vil jobbe sammen med oss. Vi har fått forespørselen om en langtidsavtale for ${organisation}.`,
    next: "Vi har plass til noen få nye avtaler om gangen. En av oss leser forespørselen og svarer dere på e-post. Dere trenger ikke å gjøre noe nå.",
    ignore:
      "Har du ikke sendt noen forespørsel? Da har noen skrevet feil adresse, og du kan se bort fra denne e-posten.",
  },
  nn: {
    subject: "Vi har fått førespurnaden om langtidsavtale",
    received: (organisation: string) =>
      `Takk for at de vil jobbe saman med oss. Vi har fått førespurnaden om ein langtidsavtale for ${organisation}.`,
    next: "Vi har plass til nokre få nye avtalar om gongen. Ein av oss les førespurnaden og svarer dykk på e-post. De treng ikkje å gjere noko no.",
    ignore:
      "Har du ikkje sendt nokon førespurnad? Då har nokon skrive feil adresse, og du kan sjå bort frå denne e-posten.",
  },
  en: {
    subject: "We have your enquiry about a long-term agreement",
    received: (organisation: string) =>
      `Thank you for wanting to work with us. We have your enquiry about a long-term agreement for ${organisation}.`,
    next: "We have room for a few new agreements at a time. One of us reads the enquiry and answers by mail. There is nothing you need to do now.",
    ignore: "Did you not send an enquiry? Then somebody wrote the wrong address: ignore this mail.",
  },
} as const satisfies Record<Locale, unknown>;

/** To whoever asked for a long-term agreement: it has come, and nothing is agreed yet. */
export function enquiryReceived({ name, organisation }: EnquiryReceived, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject,
    greeting(name, locale),
    paragraph(text.received(organisation)),
    paragraph(text.next),
    paragraph(text.ignore),
  );
}
