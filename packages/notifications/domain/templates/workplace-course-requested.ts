import { greeting } from "#kernel/greeting";
import { details, type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { formatDate } from "#kernel/norwegian-time";

export interface WorkplaceCourseRequested {
  readonly name: string;
  readonly what: string;
  readonly venue: string;
  /** `2027-03-22`. */
  readonly wishedOn: string;
  readonly participants: number;
  readonly courseLink: string;
}

const TEXT = {
  nb: {
    subject: "Vi har fått forespørselen om kurs hos dere",
    received: "Takk for forespørselen. Dette ønsker dere:",
    what: "Hva",
    where: "Hvor",
    when: "Ønsket dag",
    howMany: "Deltakere",
    next: "Vi svarer på e-post, med en dato og en pris. Ingenting er bestilt før dere har sagt ja til tilbudet.",
    open: "Se forespørselen",
    ignore:
      "Har du ikke sendt noen forespørsel? Da har noen skrevet feil adresse, og du kan se bort fra denne e-posten.",
  },
  nn: {
    subject: "Vi har fått førespurnaden om kurs hos dykk",
    received: "Takk for førespurnaden. Dette ønskjer de:",
    what: "Kva",
    where: "Kvar",
    when: "Ønskt dag",
    howMany: "Deltakarar",
    next: "Vi svarar på e-post, med ein dato og ein pris. Ingenting er bestilt før de har sagt ja til tilbodet.",
    open: "Sjå førespurnaden",
    ignore:
      "Har du ikkje sendt nokon førespurnad? Då har nokon skrive feil adresse, og du kan sjå bort frå denne e-posten.",
  },
  en: {
    subject: "We have your request for a course at your workplace",
    received: "Thank you for your request. This is what you would like:",
    what: "What",
    where: "Where",
    when: "Wished for",
    howMany: "Participants",
    next: "We answer by mail, with a date and a price. Nothing is ordered until you accept our offer.",
    open: "See the request",
    ignore: "Did you not send a request? Then somebody wrote the wrong address: ignore this mail.",
  },
} as const satisfies Record<Locale, unknown>;

/** To whoever asked for a course at their workplace: it has come. */
export function workplaceCourseRequested(data: WorkplaceCourseRequested, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject,
    greeting(data.name, locale),
    paragraph(text.received),
    details(
      { label: text.what, value: data.what },
      { label: text.where, value: data.venue },
      { label: text.when, value: formatDate(data.wishedOn, locale) },
      { label: text.howMany, value: String(data.participants) },
    ),
    paragraph(text.next),
    link(text.open, data.courseLink),
    paragraph(text.ignore),
  );
}
