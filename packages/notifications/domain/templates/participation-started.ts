import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { type Meeting, meetingBlocks } from "../attendance.ts";

export interface ParticipationStarted {
  readonly name: string;
  /** The cohort, with all its days. */
  readonly meeting: Meeting;
  readonly link: string;
}

const TEXT = {
  nb: {
    subject: (title: string) => `Velkommen til trenerutdanningen: ${title}`,
    welcome: (title: string) => `Du har fått plass på trenerutdanningen (${title}). Her er dagene.`,
    calendar: "Kalenderfilen som er lagt ved, legger alle dagene inn i kalenderen din.",
    page: "På din egen side ser du oppmøtet ditt, hvor mange dager du kan være borte, og læringsgruppen din. Ta vare på lenken, for den er bare din.",
    open: "Åpne siden din",
  },
  nn: {
    subject: (title: string) => `Velkomen til trenarutdanninga: ${title}`,
    welcome: (title: string) => `Du har fått plass på trenarutdanninga (${title}). Her er dagane.`,
    calendar: "Kalenderfila som er lagd ved, legg alle dagane inn i kalenderen din.",
    page: "På di eiga side ser du oppmøtet ditt, kor mange dagar du kan vere borte, og læringsgruppa di. Ta vare på lenkja, for ho er berre di.",
    open: "Opne sida di",
  },
  en: {
    subject: (title: string) => `Welcome to the trainer education: ${title}`,
    welcome: (title: string) => `You have a place in ${title}. These are the days.`,
    calendar: "The attached calendar file puts all the days into your calendar.",
    page: "On your own page you see your attendance, how many days you can miss, and your learning group. Keep the link, for it is yours alone.",
    open: "Open your page",
  },
} as const satisfies Record<Locale, unknown>;

/** To everybody who takes part in a cohort, whoever signed them up: all the days, and the way to their own page. */
export function participationStarted(data: ParticipationStarted, locale: Locale): Letter {
  const text = TEXT[locale];
  const { name, meeting } = data;
  return letter(
    text.subject(meeting.title),
    greeting(name, locale),
    paragraph(text.welcome(meeting.title)),
    meetingBlocks(meeting, locale),
    paragraph(text.calendar),
    paragraph(text.page),
    link(text.open, data.link),
  );
}
