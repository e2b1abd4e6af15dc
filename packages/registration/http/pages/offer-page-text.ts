import type { Locale } from "#kernel/locale";

const nb = {
  title: (offering: string) => `Ta plassen: ${offering}`,
  until: (until: string) => `Vi holder av plassen til ${until}. Bestill før det.`,
  buyer: "Hvem bestiller?",
  buyerName: "Navnet ditt",
  buyerNameMissing: "Skriv navnet ditt",
  buyerEmail: "E-postadressen din",
  buyerEmailWhy: "Hit sender vi bekreftelse og kvittering.",
  buyerEmailWrong: "Skriv en hel e-postadresse, som navn@example.no",
  buyerIsParticipant: "Billetten er gratis og knyttet til deltakerens egen adresse. Bestill med den samme adressen.",
  participant: "Hvem skal delta?",
  total: "I alt, med mva.",
  next: "Når du har bestilt, ser du over bestillingen og betaler med kort. Vi holder av plassen mens du betaler.",
  order: "Bestill med betalingsplikt",
  back: "Tilbake",
};

type OfferPageText = typeof nb;

const nn: OfferPageText = {
  title: (offering) => `Ta plassen: ${offering}`,
  until: (until) => `Vi held av plassen til ${until}. Bestill før det.`,
  buyer: "Kven bestiller?",
  buyerName: "Namnet ditt",
  buyerNameMissing: "Skriv namnet ditt",
  buyerEmail: "E-postadressa di",
  buyerEmailWhy: "Hit sender vi stadfesting og kvittering.",
  buyerEmailWrong: "Skriv ei heil e-postadresse, som namn@example.no",
  buyerIsParticipant: "Billetten er gratis og knytt til adressa til deltakaren. Bestill med den same adressa.",
  participant: "Kven skal delta?",
  total: "I alt, med mva.",
  next: "Når du har bestilt, ser du over bestillinga og betaler med kort. Vi held av plassen medan du betaler.",
  order: "Bestill med betalingsplikt",
  back: "Tilbake",
};

const en: OfferPageText = {
  title: (offering) => `Take the place: ${offering}`,
  until: (until) => `We keep the place for you until ${until}. Order before then.`,
  buyer: "Who is ordering?",
  buyerName: "Your name",
  buyerNameMissing: "Write your name",
  buyerEmail: "Your e-mail address",
  buyerEmailWhy: "We send the confirmation and the receipt here.",
  buyerEmailWrong: "Write a whole e-mail address, such as name@example.no",
  buyerIsParticipant: "This ticket is free and tied to the participant's own address. Order with the same address.",
  participant: "Who is coming?",
  total: "Total with VAT",
  next: "When you have ordered, you look over the order and pay by card. We keep the place while you pay.",
  order: "Order with obligation to pay",
  back: "Back",
};

export const OFFER_PAGE_TEXT: Readonly<Record<Locale, OfferPageText>> = { nb, nn, en };
