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
  "card-total-too-small": {
    status: 422,
    text: ({ least }) => ({
      nb: `Med kort kan du betale fra ${least / 100} kroner. Legg noe mer i kurven, eller be om faktura.`,
      nn: `Med kort kan du betale frå ${least / 100} kroner. Legg noko meir i korga, eller be om faktura.`,
      en: `By card you can pay from NOK ${least / 100}. Add something to the basket, or ask for an invoice.`,
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
  "order-not-confirmed": {
    status: 409,
    text: () => ({
      nb: "Dette går bare med en bekreftet bestilling. Se hva som har skjedd med den på bestillingssiden.",
      nn: "Dette går berre med ei stadfesta bestilling. Sjå kva som har skjedd med henne på bestillingssida.",
      en: "This takes a confirmed order. See what has happened to it on its page.",
    }),
  },
  "place-not-in-order": {
    status: 422,
    text: () => ({
      nb: "Plassen hører ikke til denne bestillingen. Velg en av plassene på bestillingssiden.",
      nn: "Plassen høyrer ikkje til denne bestillinga. Vel ein av plassane på bestillingssida.",
      en: "This place is not part of the order. Choose one of those on the order's page.",
    }),
  },
  "place-already-cancelled": {
    status: 409,
    text: () => ({
      nb: "Plassen er avbestilt allerede. Du trenger ikke gjøre mer.",
      nn: "Plassen er avbestilt alt. Du treng ikkje gjere meir.",
      en: "This place is cancelled already. There is nothing more to do.",
    }),
  },
  "cancellation-deadline-passed": {
    status: 409,
    text: () => ({
      nb: "Fristen for å avbestille er ute. Gi plassen til en annen ved å endre navnet, eller ta kontakt med oss.",
      nn: "Fristen for å avbestille er ute. Gje plassen til ein annan ved å endre namnet, eller ta kontakt med oss.",
      en: "The deadline for cancelling has passed. Give the place to somebody else by changing the name, or contact us.",
    }),
  },
  "goods-not-in-order": {
    status: 422,
    text: ({ line }) => ({
      nb: `Linje ${line} er ingen vare i bestillingen, eller er avbestilt. Velg en av varelinjene.`,
      nn: `Linje ${line} er inga vare i bestillinga, eller er avbestilt. Vel ei av varelinjene.`,
      en: `Line ${line} is no goods of this order, or is cancelled. Choose one of its lines of goods.`,
    }),
  },
  "goods-already-shipped": {
    status: 409,
    text: ({ line }) => ({
      nb: `Varene på linje ${line} er sendt. Avtal retur med kjøperen i stedet.`,
      nn: `Varene på linje ${line} er sende. Avtal retur med kjøparen i staden.`,
      en: `The goods of line ${line} have been sent. Agree on a return with the buyer instead.`,
    }),
  },
  "more-than-ordered": {
    status: 422,
    text: ({ line, left }) => ({
      nb: `Det er ${left} igjen å sende på linje ${line}. Rett antallet.`,
      nn: `Det er ${left} att å sende på linje ${line}. Rett talet.`,
      en: `There are ${left} left to send on line ${line}. Correct the number.`,
    }),
  },
};
