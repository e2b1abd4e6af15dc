import { greeting } from "#kernel/greeting";
import { details, type Letter, letter, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { type Meeting, meetingBlocks } from "../attendance.ts";
import type { CancelledBecause } from "./places-cancelled.ts";

export interface PlaceCancelled {
  readonly participantName: string;
  readonly buyerName: string;
  readonly why: CancelledBecause;
  readonly reason?: string | undefined;
  readonly meeting: Meeting;
}

const TEXT = {
  nb: {
    subject: (title: string) => `Plassen din er avbestilt: ${title}`,
    offeringSubject: (title: string) => `Avlyst: ${title}`,
    "by-buyer": (buyer: string) => `${buyer} har avbestilt plassen din. Spør ${buyer} hvis du lurer på hvorfor.`,
    "by-administrator": () => "Plassen din er avbestilt. Svar på denne e-posten hvis du lurer på hvorfor.",
    "offering-cancelled": () => "Vi må dessverre avlyse, så plassen din er avbestilt.",
    reason: "Grunnen er",
    calendar: "Kalenderfilen som er lagt ved, fjerner datoene fra kalenderen din.",
  },
  nn: {
    subject: (title: string) => `Plassen din er avbestilt: ${title}`,
    offeringSubject: (title: string) => `Avlyst: ${title}`,
    "by-buyer": (buyer: string) => `${buyer} har avbestilt plassen din. Spør ${buyer} om du lurer på kvifor.`,
    "by-administrator": () => "Plassen din er avbestilt. Svar på denne e-posten om du lurer på kvifor.",
    "offering-cancelled": () => "Vi må dessverre avlyse, så plassen din er avbestilt.",
    reason: "Grunnen er",
    calendar: "Kalenderfila som er lagd ved, fjernar datoane frå kalenderen din.",
  },
  en: {
    subject: (title: string) => `Your place is cancelled: ${title}`,
    offeringSubject: (title: string) => `Cancelled: ${title}`,
    "by-buyer": (buyer: string) => `${buyer} has cancelled your place. Ask ${buyer} if you wonder why.`,
    "by-administrator": () => "Your place is cancelled. Answer this mail if you wonder why.",
    "offering-cancelled": () => "We are sorry to have to call this off, so your place is cancelled.",
    reason: "The reason is",
    calendar: "The attached calendar file takes the dates out of your calendar.",
  },
} as const satisfies Record<Locale, unknown>;

/** To a participant whom somebody else had signed up. */
export function placeCancelled(data: PlaceCancelled, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    (data.why === "offering-cancelled" ? text.offeringSubject : text.subject)(data.meeting.title),
    greeting(data.participantName, locale),
    paragraph(text[data.why](data.buyerName)),
    data.reason ? details({ label: text.reason, value: data.reason }) : undefined,
    meetingBlocks(data.meeting, locale),
    paragraph(text.calendar),
  );
}
