import type { Locale } from "#kernel/locale";
import type { Answers } from "../../domain/answers.ts";

type Three = readonly [yes: string, no: string, unknown: string];

interface CertificatePageText {
  readonly title: string;
  readonly valid: { readonly heading: string; readonly body: string };
  readonly revoked: { readonly heading: string; readonly body: string };
  readonly replaced: { readonly heading: string; readonly body: string; readonly link: string };
  /** Neither revoked nor replaced, and yet one of the answers is no. */
  readonly wrong: { readonly heading: string; readonly body: string };
  readonly doubtful: { readonly heading: string; readonly body: string };
  readonly facts: {
    readonly heading: string;
    readonly name: string;
    readonly is: string;
    readonly education: string;
    readonly period: string;
    readonly attendance: string;
    days(days: string, held: number, perCent: number): string;
    readonly portfolio: string;
    documents(documents: number): string;
    readonly essay: string;
    readonly approved: string;
    readonly issued: string;
    readonly issuer: string;
    readonly validUntil: string;
    readonly number: string;
  };
  readonly can: string;
  readonly checks: {
    readonly heading: string;
    readonly answers: Readonly<Record<keyof Answers, { readonly asks: string; readonly says: Three }>>;
  };
  readonly files: {
    readonly heading: string;
    readonly pdf: string;
    readonly credential: string;
    readonly compare: string;
  };
}

export const CERTIFICATE_PAGE_TEXT: Readonly<Record<Locale, CertificatePageText>> = {
  nb: {
    title: "Kompetansebevis",
    valid: { heading: "Beviset er ekte og gjelder", body: "Det er utstedt av oss, og det er ikke trukket tilbake." },
    revoked: { heading: "Beviset gjelder ikke", body: "Det er trukket tilbake av utstederen." },
    replaced: {
      heading: "Beviset er erstattet",
      body: "Det gjelder ikke lenger. Et nytt bevis er utstedt i stedet.",
      link: "Se det nye beviset",
    },
    wrong: { heading: "Beviset gjelder ikke", body: "Noe stemmer ikke. Se nedenfor hva det er." },
    doubtful: {
      heading: "Beviset kan ikke bekreftes nå",
      body: "Se nedenfor hva som mangler, eller ta kontakt med oss.",
    },
    facts: {
      heading: "Hva beviset sier",
      name: "Navn",
      is: "Kompetanse",
      education: "Utdanning",
      period: "Tid",
      attendance: "Frammøte",
      days: (days, held, perCent) => `${days} av ${held} kursdager (${perCent} %)`,
      portfolio: "Mappe",
      documents: (documents) => `Godkjent, ${documents} daterte praksisdokumenter`,
      essay: "Refleksjonsoppgave",
      approved: "Godkjent",
      issued: "Utstedt",
      issuer: "Utsteder",
      validUntil: "Gjelder til",
      number: "Bevis nr.",
    },
    can: "En SMART-trener kan",
    checks: {
      heading: "Det vi har kontrollert",
      answers: {
        signature: {
          asks: "Signatur",
          says: [
            "Stemmer: innholdet er ikke endret",
            "Innholdet er endret, eller signaturen er feil",
            "Kan ikke kontrolleres",
          ],
        },
        expiry: { asks: "Varighet", says: ["Ikke utløpt", "Utløpt", "Ukjent"] },
        status: { asks: "Status", says: ["Ikke trukket tilbake", "Trukket tilbake eller erstattet", "Ukjent"] },
        issuer: { asks: "Utsteder", says: ["Kjent", "Ukjent utsteder", "Kan ikke kontrolleres"] },
      },
    },
    files: {
      heading: "Last ned",
      pdf: "Beviset som PDF",
      credential: "Digitalt bevis (Open Badges 3.0, JSON)",
      compare: "Har du fått et bevis på papir eller som fil? Det gjelder bare hvis det sier det samme som denne siden.",
    },
  },
  nn: {
    title: "Kompetansebevis",
    valid: { heading: "Beviset er ekte og gjeld", body: "Det er skrive ut av oss, og det er ikkje trekt tilbake." },
    revoked: { heading: "Beviset gjeld ikkje", body: "Det er trekt tilbake av utskrivaren." },
    replaced: {
      heading: "Beviset er erstatta",
      body: "Det gjeld ikkje lenger. Eit nytt bevis er skrive ut i staden.",
      link: "Sjå det nye beviset",
    },
    wrong: { heading: "Beviset gjeld ikkje", body: "Noko stemmer ikkje. Sjå nedanfor kva det er." },
    doubtful: {
      heading: "Beviset kan ikkje stadfestast no",
      body: "Sjå nedanfor kva som manglar, eller ta kontakt med oss.",
    },
    facts: {
      heading: "Kva beviset seier",
      name: "Namn",
      is: "Kompetanse",
      education: "Utdanning",
      period: "Tid",
      attendance: "Frammøte",
      days: (days, held, perCent) => `${days} av ${held} kursdagar (${perCent} %)`,
      portfolio: "Mappe",
      documents: (documents) => `Godkjend, ${documents} daterte praksisdokument`,
      essay: "Refleksjonsoppgåve",
      approved: "Godkjend",
      issued: "Skrive ut",
      issuer: "Skrive ut av",
      validUntil: "Gjeld til",
      number: "Bevis nr.",
    },
    can: "Ein SMART-trenar kan",
    checks: {
      heading: "Det vi har kontrollert",
      answers: {
        signature: {
          asks: "Signatur",
          says: [
            "Stemmer: innhaldet er ikkje endra",
            "Innhaldet er endra, eller signaturen er feil",
            "Kan ikkje kontrollerast",
          ],
        },
        expiry: { asks: "Varigheit", says: ["Ikkje utgått", "Utgått", "Ukjent"] },
        status: { asks: "Status", says: ["Ikkje trekt tilbake", "Trekt tilbake eller erstatta", "Ukjent"] },
        issuer: { asks: "Skrive ut av", says: ["Kjend", "Ukjend", "Kan ikkje kontrollerast"] },
      },
    },
    files: {
      heading: "Last ned",
      pdf: "Beviset som PDF",
      credential: "Digitalt bevis (Open Badges 3.0, JSON)",
      compare: "Har du fått eit bevis på papir eller som fil? Det gjeld berre om det seier det same som denne sida.",
    },
  },
  en: {
    title: "Certificate of competence",
    valid: { heading: "This certificate is genuine and valid", body: "We issued it, and it has not been revoked." },
    revoked: { heading: "This certificate is not valid", body: "It has been revoked by its issuer." },
    replaced: {
      heading: "This certificate has been replaced",
      body: "It is no longer valid. Another has been issued in its place.",
      link: "See the new certificate",
    },
    wrong: { heading: "This certificate is not valid", body: "Something is not right. See below what it is." },
    doubtful: {
      heading: "This certificate can't be confirmed now",
      body: "See below what is missing, or get in touch with us.",
    },
    facts: {
      heading: "What the certificate says",
      name: "Name",
      is: "Qualification",
      education: "Education",
      period: "Time",
      attendance: "Attendance",
      days: (days, held, perCent) => `${days} of ${held} course days (${perCent}%)`,
      portfolio: "Portfolio",
      documents: (documents) => `Approved, ${documents} dated documents of practice`,
      essay: "Reflection essay",
      approved: "Approved",
      issued: "Issued",
      issuer: "Issuer",
      validUntil: "Valid until",
      number: "Certificate no.",
    },
    can: "A SMART trainer can",
    checks: {
      heading: "What we have checked",
      answers: {
        signature: {
          asks: "Signature",
          says: [
            "Correct: nothing has been changed",
            "The content was changed, or the signature is wrong",
            "Can't be checked",
          ],
        },
        expiry: { asks: "Expiry", says: ["Not expired", "Expired", "Unknown"] },
        status: { asks: "Status", says: ["Not revoked", "Revoked or replaced", "Unknown"] },
        issuer: { asks: "Issuer", says: ["Known", "Unknown issuer", "Can't be checked"] },
      },
    },
    files: {
      heading: "Download",
      pdf: "The certificate as PDF",
      credential: "The digital certificate (Open Badges 3.0, JSON)",
      compare: "Were you given a certificate on paper or as a file? It counts only if it says the same as this page.",
    },
  },
};
