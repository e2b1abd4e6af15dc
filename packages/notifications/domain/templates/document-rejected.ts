import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface DocumentRejected {
  readonly name: string;
  readonly fileName: string;
  readonly reason: "malware" | "unreadable" | "other-type" | "other-content" | "macros";
  readonly link: string;
}

const TEXT = {
  nb: {
    subject: "Vi kunne ikke ta imot filen din",
    gone: (fileName: string) => `Filen ${fileName} er slettet hos oss, og den teller ikke med.`,
    why: {
      malware: "Den inneholdt noe skadelig. Kontroller maskinen din for virus, og last opp en annen fil.",
      unreadable: "Den kunne ikke leses. Har den passord, så fjern det. Lagre den på nytt, og last den opp igjen.",
      "other-type":
        "Innholdet er av en annen type enn filnavnet sier. Lagre den i riktig format, og last den opp igjen.",
      "other-content": "Det kom noe annet enn den filen du valgte. Last den opp på nytt.",
      macros: "Den har makroer. Lagre den uten makroer, og last den opp igjen.",
    },
    button: "Til mappen din",
  },
  nn: {
    subject: "Vi kunne ikkje ta imot fila di",
    gone: (fileName: string) => `Fila ${fileName} er sletta hos oss, og ho tel ikkje med.`,
    why: {
      malware: "Ho hadde noko skadeleg i seg. Kontroller maskina di for virus, og last opp ei anna fil.",
      unreadable: "Ho kunne ikkje lesast. Har ho passord, så fjern det. Lagre ho på nytt, og last ho opp att.",
      "other-type": "Innhaldet er av ein annan type enn filnamnet seier. Lagre ho i rett format, og last ho opp att.",
      "other-content": "Det kom noko anna enn den fila du valde. Last ho opp på nytt.",
      macros: "Ho har makroar. Lagre ho utan makroar, og last ho opp att.",
    },
    button: "Til mappa di",
  },
  en: {
    subject: "We could not take your file",
    gone: (fileName: string) => `The file ${fileName} is deleted here, and it does not count.`,
    why: {
      malware: "It had something harmful in it. Check your computer for viruses, and upload another file.",
      unreadable: "It could not be read. If it has a password, remove it. Save it again, and upload it again.",
      "other-type":
        "Its content is of another type than its name says. Save it in the right format, and upload it again.",
      "other-content": "Something else came than the file you chose. Upload it again.",
      macros: "It has macros. Save it without macros, and upload it again.",
    },
    button: "To your portfolio",
  },
} as const satisfies Record<Locale, unknown>;

/** To a participant whose upload was turned away: why, and what to do. */
export function documentRejected(data: DocumentRejected, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject,
    greeting(data.name, locale),
    paragraph(text.gone(data.fileName)),
    paragraph(text.why[data.reason]),
    link(text.button, data.link),
  );
}
