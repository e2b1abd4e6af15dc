import type { CertificatesErrors } from "#kernel/errors/certificates";
import type { Problems } from "./problem-row.ts";

export const certificatesProblems: Problems<CertificatesErrors> = {
  "certificate-is-final": {
    status: 409,
    text: () => ({
      nb: "Kompetansebeviset gjelder ikke lenger, og det kan ikke gjøres om. Utsted et nytt i stedet.",
      nn: "Kompetansebeviset gjeld ikkje lenger, og det kan ikkje gjerast om. Skriv ut eit nytt i staden.",
      en: "This certificate is no longer valid, and that is final. Issue a new one instead.",
    }),
  },
  "certificate-not-earned": {
    status: 409,
    text: ({ placeIds }) => ({
      nb: `${placeIds.length} av deltakerne fyller ikke kravene til kompetansebevis. Se hva som mangler i listen over kullet.`,
      nn: `${placeIds.length} av deltakarane fyller ikkje krava til kompetansebevis. Sjå kva som manglar i lista over kullet.`,
      en: `${placeIds.length} of the participants do not meet the requirements for a certificate. See what is missing in the cohort's list.`,
    }),
  },
  "certificate-stands": {
    status: 409,
    text: () => ({
      nb: "Deltakeren har fått kompetansebevis på dette. Trekk beviset tilbake før du endrer det.",
      nn: "Deltakaren har fått kompetansebevis på dette. Trekk beviset tilbake før du endrar det.",
      en: "The participant has a certificate that stands on this. Revoke it before you change this.",
    }),
  },
};
