import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { type Meeting, meetingBlocks } from "../attendance.ts";

export interface OfferingReminder {
  readonly name: string;
  readonly meeting: Meeting;
  /** For the buyer only. */
  readonly orderLink?: string | undefined;
}

const TEXT = {
  nb: {
    subject: (title: string) => `Snart: ${title}`,
    soon: "Nå er det snart tid. Her er det du trenger å vite:",
    welcome: "Velkommen!",
    open: "Se bestillingen",
  },
  nn: {
    subject: (title: string) => `Snart: ${title}`,
    soon: "No er det snart tid. Her er det du treng å vite:",
    welcome: "Velkomen!",
    open: "Sjå bestillinga",
  },
  en: {
    subject: (title: string) => `Soon: ${title}`,
    soon: "It is nearly time. Here is what you need to know:",
    welcome: "Welcome!",
    open: "See the order",
  },
} as const satisfies Record<Locale, unknown>;

/** To each participant with an address, else to their buyer: when and where, or the link. */
export function offeringReminder(data: OfferingReminder, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(data.meeting.title),
    greeting(data.name, locale),
    paragraph(text.soon),
    meetingBlocks(data.meeting, locale),
    paragraph(text.welcome),
    data.orderLink ? link(text.open, data.orderLink) : undefined,
  );
}
