import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface WaitingListJoined {
  readonly name: string;
  readonly title: string;
  /** 1 is the first in line. */
  readonly position: number;
  readonly entryLink: string;
}

const TEXT = {
  nb: {
    subject: (title: string) => `Du står på venteliste: ${title}`,
    joined: (title: string, position: number) => `Du står som nummer ${position} på ventelisten for ${title}.`,
    next: "Blir en plass ledig når det er din tur, holder vi den av til deg og sender deg en e-post med en frist.",
    open: "Se plassen din i køen, eller gå av ventelisten",
  },
  nn: {
    subject: (title: string) => `Du står på venteliste: ${title}`,
    joined: (title: string, position: number) => `Du står som nummer ${position} på ventelista for ${title}.`,
    next: "Blir ein plass ledig når det er din tur, held vi han av til deg og sender deg ein e-post med ein frist.",
    open: "Sjå plassen din i køen, eller gå av ventelista",
  },
  en: {
    subject: (title: string) => `You are on the waiting list: ${title}`,
    joined: (title: string, position: number) => `You are number ${position} on the waiting list for ${title}.`,
    next: "When a place comes free and it is your turn, we keep it for you and send you a mail with a deadline.",
    open: "See your place in line, or leave the waiting list",
  },
} as const satisfies Record<Locale, unknown>;

/** To one who waits. The position is as of when the mail is written; the page behind the link tells it now. */
export function waitingListJoined(data: WaitingListJoined, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(data.title),
    greeting(data.name, locale),
    paragraph(text.joined(data.title, data.position)),
    paragraph(text.next),
    link(text.open, data.entryLink),
  );
}
