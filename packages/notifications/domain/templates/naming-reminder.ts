import type { Instant } from "#kernel/clock";
import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { formatMoment } from "#kernel/norwegian-time";

export interface NamingReminder {
  readonly buyerName: string;
  readonly title: string;
  readonly unnamed: number;
  readonly deadline: Instant;
  readonly orderLink: string;
}

const TEXT = {
  nb: {
    subject: (title: string) => `Hvem kommer? Fyll inn navn: ${title}`,
    missing: (count: number, title: string) =>
      count === 1 ? `Én plass på ${title} mangler navn.` : `${count} plasser på ${title} mangler navn.`,
    deadline: (deadline: string) => `Fyll inn innen ${deadline}, så vi kan ta godt imot alle.`,
    open: "Fyll inn navn",
  },
  nn: {
    subject: (title: string) => `Kven kjem? Fyll inn namn: ${title}`,
    missing: (count: number, title: string) =>
      count === 1 ? `Éin plass på ${title} manglar namn.` : `${count} plassar på ${title} manglar namn.`,
    deadline: (deadline: string) => `Fyll inn innan ${deadline}, så vi kan ta godt imot alle.`,
    open: "Fyll inn namn",
  },
  en: {
    subject: (title: string) => `Who is coming? Fill in the names: ${title}`,
    missing: (count: number, title: string) =>
      count === 1 ? `One place in ${title} has no name yet.` : `${count} places in ${title} have no name yet.`,
    deadline: (deadline: string) => `Fill in by ${deadline}, so that we are ready for everybody.`,
    open: "Fill in names",
  },
} as const satisfies Record<Locale, unknown>;

/** To the buyer: places without a name, before the deadline for naming. */
export function namingReminder(data: NamingReminder, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(data.title),
    greeting(data.buyerName, locale),
    paragraph(text.missing(data.unnamed, data.title)),
    paragraph(text.deadline(formatMoment(data.deadline, locale))),
    link(text.open, data.orderLink),
  );
}
