import type { OrderingErrors } from "#kernel/errors/ordering";
import type { Problems } from "./problem-row.ts";

export const orderingProblems: Problems<OrderingErrors> = {
  "price-changed": {
    status: 409,
    text: () => ({
      nb: "Prisen er endret siden du la dette i kurven. Se over den nye summen, og bestill på nytt.",
      nn: "Prisen er endra sidan du la dette i korga. Sjå over den nye summen, og bestill på nytt.",
      en: "The price has changed since you filled the basket. Look over the new total, and order again.",
    }),
  },
  "freight-by-agreement": {
    status: 422,
    text: ({ limitGrams }) => ({
      nb: `Bestillinger over ${limitGrams / 1000} kg sendes etter avtale. Del den i flere, eller ta kontakt med oss.`,
      nn: `Bestillingar over ${limitGrams / 1000} kg blir sende etter avtale. Del henne i fleire, eller ta kontakt med oss.`,
      en: `Orders above ${limitGrams / 1000} kg are sent by agreement. Split it into several, or get in touch with us.`,
    }),
  },
  "delivery-address-missing": {
    status: 422,
    text: () => ({
      nb: "Oppgi adressen varene skal sendes til.",
      nn: "Oppgje adressa varene skal sendast til.",
      en: "Give the address that the goods are to be sent to.",
    }),
  },
  "organisation-missing": {
    status: 422,
    text: () => ({
      nb: "Faktura er for virksomheter. Oppgi navn og organisasjonsnummer, eller betal med kort.",
      nn: "Faktura er for verksemder. Oppgje namn og organisasjonsnummer, eller betal med kort.",
      en: "Invoices are for organisations. Give its name and organisation number, or pay by card.",
    }),
  },
  "invoice-reference-missing": {
    status: 422,
    text: () => ({
      nb: "Fakturaen må ha en referanse (PEPPOL-EN16931-R003). Oppgi virksomhetens referanse eller bestillingsnummer.",
      nn: "Fakturaen må ha ein referanse (PEPPOL-EN16931-R003). Oppgje referansen eller bestillingsnummeret til verksemda.",
      en: "The invoice needs a reference (PEPPOL-EN16931-R003). Give your organisation's reference or order number.",
    }),
  },
};
