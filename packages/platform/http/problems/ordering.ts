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
};
