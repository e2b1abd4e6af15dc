import type { Locale } from "#kernel/locale";
import type { EssayLength } from "../../domain/essay-length.ts";
import type { HandInStatus } from "../../domain/participation.ts";
import type { Measure, PracticeDocument, RejectionReason } from "../../domain/practice-document.ts";

interface PortfolioPageText {
  readonly title: string;
  readonly portfolio: string;
  readonly essay: string;
  readonly status: Readonly<Record<HandInStatus, string>>;
  readonly comments: string;
  readonly none: string;
  readonly kind: Readonly<Record<PracticeDocument["kind"], string>>;
  readonly open: (fileName: string) => string;
  readonly link: string;
  readonly waiting: string;
  readonly rejected: Readonly<Record<RejectionReason, string>>;
  readonly measure: (measure: Measure) => string;
  readonly length: Readonly<Record<EssayLength, string>>;
  readonly back: string;
}

const nb: PortfolioPageText = {
  title: "Mappe og refleksjonsoppgave",
  portfolio: "Mappe",
  essay: "Refleksjonsoppgave",
  status: {
    draft: "Ikke levert",
    submitted: "Levert, og venter på vurdering",
    returned: "Sendt tilbake: les kommentarene, rett, og lever på nytt",
    approved: "Godkjent",
  },
  comments: "Kommentarer fra den som vurderer",
  none: "Ingenting er lagt inn ennå.",
  kind: {
    "photo-with-text": "Bilde med tekst",
    minutes: "Referat",
    "lesson-plan": "Undervisningsopplegg",
    text: "Tekst",
    link: "Lenke",
    essay: "Refleksjonsoppgave",
  },
  open: (fileName) => `Åpne ${fileName}`,
  link: "Åpne lenken",
  waiting: "Filen er ikke ferdig lastet opp og kontrollert.",
  rejected: {
    malware: "Filen inneholdt noe skadelig og er slettet. Kontroller maskinen din, og last opp en annen fil.",
    unreadable:
      "Filen kunne ikke leses og er slettet. Har den passord, så fjern det, lagre den på nytt og last den opp.",
    "other-type": "Innholdet er av en annen type enn filnavnet sier, så filen er slettet. Lagre den i riktig format.",
    "other-content": "Det kom en annen fil enn den som var meldt, så den er slettet. Last den opp på nytt.",
    macros: "Dokumentet har makroer og er slettet. Lagre det uten makroer, og last det opp på nytt.",
  },
  measure: ({ unit, count }) => (unit === "pages" ? `${count} ${count === 1 ? "side" : "sider"}` : `${count} ord`),
  length: { shorter: "kortere enn 2–3 sider", "as-asked": "riktig lengde", longer: "lengre enn 2–3 sider" },
  back: "Til siden din",
};

const nn: PortfolioPageText = {
  title: "Mappe og refleksjonsoppgåve",
  portfolio: "Mappe",
  essay: "Refleksjonsoppgåve",
  status: {
    draft: "Ikkje levert",
    submitted: "Levert, og ventar på vurdering",
    returned: "Send tilbake: les kommentarane, rett, og lever på nytt",
    approved: "Godkjend",
  },
  comments: "Kommentarar frå den som vurderer",
  none: "Ingenting er lagt inn enno.",
  kind: {
    "photo-with-text": "Bilete med tekst",
    minutes: "Referat",
    "lesson-plan": "Undervisningsopplegg",
    text: "Tekst",
    link: "Lenkje",
    essay: "Refleksjonsoppgåve",
  },
  open: (fileName) => `Opne ${fileName}`,
  link: "Opne lenkja",
  waiting: "Fila er ikkje ferdig lasta opp og kontrollert.",
  rejected: {
    malware: "Fila hadde noko skadeleg i seg og er sletta. Kontroller maskina di, og last opp ei anna fil.",
    unreadable: "Fila kunne ikkje lesast og er sletta. Har ho passord, så fjern det, lagre ho på nytt og last ho opp.",
    "other-type": "Innhaldet er av ein annan type enn filnamnet seier, så fila er sletta. Lagre ho i rett format.",
    "other-content": "Det kom ei anna fil enn den som var meld, så ho er sletta. Last ho opp på nytt.",
    macros: "Dokumentet har makroar og er sletta. Lagre det utan makroar, og last det opp på nytt.",
  },
  measure: ({ unit, count }) => (unit === "pages" ? `${count} ${count === 1 ? "side" : "sider"}` : `${count} ord`),
  length: { shorter: "kortare enn 2–3 sider", "as-asked": "rett lengd", longer: "lengre enn 2–3 sider" },
  back: "Til sida di",
};

const en: PortfolioPageText = {
  title: "Portfolio and reflection essay",
  portfolio: "Portfolio",
  essay: "Reflection essay",
  status: {
    draft: "Not handed in",
    submitted: "Handed in, and waiting for review",
    returned: "Returned: read the comments, make corrections and hand it in again",
    approved: "Approved",
  },
  comments: "The reviewer's comments",
  none: "Nothing has been added yet.",
  kind: {
    "photo-with-text": "Photo with text",
    minutes: "Minutes",
    "lesson-plan": "Lesson plan",
    text: "Text",
    link: "Link",
    essay: "Reflection essay",
  },
  open: (fileName) => `Open ${fileName}`,
  link: "Open the link",
  waiting: "The file is not uploaded and checked yet.",
  rejected: {
    malware: "The file had something harmful in it and is deleted. Check your computer, and upload another file.",
    unreadable: "The file could not be read and is deleted. If it has a password, remove it, save and upload it again.",
    "other-type":
      "The content is of another type than its name says, so the file is deleted. Save it in the right format.",
    "other-content": "Another file came than was announced, so it is deleted. Upload it again.",
    macros: "The document has macros and is deleted. Save it without macros, and upload it again.",
  },
  measure: ({ unit, count }) =>
    unit === "pages" ? `${count} ${count === 1 ? "page" : "pages"}` : `${count} ${count === 1 ? "word" : "words"}`,
  length: { shorter: "shorter than 2–3 pages", "as-asked": "as long as asked for", longer: "longer than 2–3 pages" },
  back: "To your page",
};

export const PORTFOLIO_PAGE_TEXT: Readonly<Record<Locale, PortfolioPageText>> = { nb, nn, en };
