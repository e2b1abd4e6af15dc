import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { type Meeting, meetingBlocks } from "../attendance.ts";

export type Changed = "dates" | "venue";

export interface OfferingChanged {
  readonly name: string;
  readonly meeting: Meeting;
  readonly changed: readonly Changed[];
  /** For the buyer only. */
  readonly orderLink?: string | undefined;
}

const TEXT = {
  nb: {
    subject: { dates: "Ny dato", venue: "Nytt sted", both: "Ny dato og nytt sted" },
    changed: "Noe er endret. Dette gjelder nå:",
    calendar: "Plassen din står. Kalenderfilen som er lagt ved, retter kalenderen din.",
    cannot: "Passer det ikke lenger? Avbestill fra bestillingen, eller svar på denne e-posten.",
    open: "Se bestillingen",
  },
  nn: {
    subject: { dates: "Ny dato", venue: "Ny stad", both: "Ny dato og ny stad" },
    changed: "Noko er endra. Dette gjeld no:",
    calendar: "Plassen din står. Kalenderfila som er lagd ved, rettar kalenderen din.",
    cannot: "Passar det ikkje lenger? Avbestill frå bestillinga, eller svar på denne e-posten.",
    open: "Sjå bestillinga",
  },
  en: {
    subject: { dates: "New date", venue: "New venue", both: "New date and venue" },
    changed: "Something has changed. This is how it is now:",
    calendar: "Your place stands. The attached calendar file puts your calendar right.",
    cannot: "Can't come any more? Cancel from the order, or answer this mail.",
    open: "See the order",
  },
} as const satisfies Record<Locale, unknown>;

/** To each participant with an address, else to their buyer: another date or venue. */
export function offeringChanged(data: OfferingChanged, locale: Locale): Letter {
  const text = TEXT[locale];
  const [only = "dates", another] = data.changed;
  return letter(
    `${text.subject[another ? "both" : only]}: ${data.meeting.title}`,
    greeting(data.name, locale),
    paragraph(text.changed),
    meetingBlocks(data.meeting, locale),
    paragraph(text.calendar),
    paragraph(text.cannot),
    data.orderLink ? link(text.open, data.orderLink) : undefined,
  );
}
