import type { CertificateDrawing } from "#certificates/ports/certificate-pdf";
import type { Locale } from "#kernel/locale";

interface PdfText {
  readonly title: string;
  readonly confirms: string;
  readonly completed: string;
  readonly can: string;
  readonly grounds: string;
  days(days: string, held: number, perCent: number): string;
  documents(documents: number): string;
  readonly essay: string;
  readonly issued: string;
  readonly number: string;
  readonly check: string;
  readonly validUntil: string;
  qr(address: string): string;
  readonly marks: Readonly<Record<NonNullable<CertificateDrawing["mark"]>, { across: string; says: string }>>;
}

export const PDF_TEXT: Readonly<Record<Locale, PdfText>> = {
  nb: {
    title: "Kompetansebevis",
    confirms: "Dette bekrefter at",
    completed: "har fullført den ettårige SMART-trenerutdanningen og er",
    can: "En SMART-trener kan",
    grounds: "Grunnlaget",
    days: (days, held, perCent) => `Møtt ${days} av ${held} kursdager (${perCent} %)`,
    documents: (documents) => `Godkjent mappe med ${documents} daterte praksisdokumenter`,
    essay: "Godkjent refleksjonsoppgave",
    issued: "Utstedt",
    number: "Bevis nr.",
    check: "Se om beviset er ekte og gjelder:",
    validUntil: "Gjelder til",
    qr: (address) => `QR-kode som åpner ${address}`,
    marks: {
      preview: { across: "FORHÅNDSVISNING", says: "Forhåndsvisning. Dette er ikke et kompetansebevis." },
      revoked: { across: "TRUKKET TILBAKE", says: "Dette kompetansebeviset er trukket tilbake og gjelder ikke." },
      replaced: { across: "ERSTATTET", says: "Dette kompetansebeviset er erstattet av et nytt og gjelder ikke." },
    },
  },
  nn: {
    title: "Kompetansebevis",
    confirms: "Dette stadfestar at",
    completed: "har fullført den eittårige SMART-trenarutdanninga og er",
    can: "Ein SMART-trenar kan",
    grounds: "Grunnlaget",
    days: (days, held, perCent) => `Møtt ${days} av ${held} kursdagar (${perCent} %)`,
    documents: (documents) => `Godkjend mappe med ${documents} daterte praksisdokument`,
    essay: "Godkjend refleksjonsoppgåve",
    issued: "Skrive ut",
    number: "Bevis nr.",
    check: "Sjå om beviset er ekte og gjeld:",
    validUntil: "Gjeld til",
    qr: (address) => `QR-kode som opnar ${address}`,
    marks: {
      preview: { across: "FØREHANDSVISING", says: "Førehandsvising. Dette er ikkje eit kompetansebevis." },
      revoked: { across: "TREKT TILBAKE", says: "Dette kompetansebeviset er trekt tilbake og gjeld ikkje." },
      replaced: { across: "ERSTATTA", says: "Dette kompetansebeviset er erstatta av eit nytt og gjeld ikkje." },
    },
  },
  en: {
    title: "Certificate of competence",
    confirms: "This is to certify that",
    completed: "has completed the one-year SMART trainer education and is a",
    can: "A SMART trainer can",
    grounds: "On the grounds of",
    days: (days, held, perCent) => `Attendance on ${days} of ${held} course days (${perCent}%)`,
    documents: (documents) => `An approved portfolio of ${documents} dated documents of practice`,
    essay: "An approved reflection essay",
    issued: "Issued",
    number: "Certificate no.",
    check: "See whether it is genuine and valid:",
    validUntil: "Valid until",
    qr: (address) => `QR code that opens ${address}`,
    marks: {
      preview: { across: "PREVIEW", says: "A preview. This is not a certificate." },
      revoked: { across: "REVOKED", says: "This certificate has been revoked and is not valid." },
      replaced: { across: "REPLACED", says: "This certificate has been replaced by another and is not valid." },
    },
  },
};
