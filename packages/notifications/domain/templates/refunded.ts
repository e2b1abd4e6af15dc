import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { formatKroner, type Money } from "#kernel/money";

export interface Refunded {
  readonly orderNumber: string;
  readonly buyerName: string;
  readonly amount: Money;
  readonly orderLink: string;
}

const TEXT = {
  nb: {
    subject: (number: string) => `Pengene er på vei tilbake: bestilling ${number}`,
    refunded: (amount: string) => `Vi har sendt ${amount} tilbake til kortet du betalte med.`,
    when: "Banken bruker vanligvis 5 til 10 dager på å vise beløpet på kontoen din.",
    open: "Se bestillingen",
  },
  nn: {
    subject: (number: string) => `Pengane er på veg tilbake: bestilling ${number}`,
    refunded: (amount: string) => `Vi har sendt ${amount} tilbake til kortet du betalte med.`,
    when: "Banken bruker vanlegvis 5 til 10 dagar på å vise beløpet på kontoen din.",
    open: "Sjå bestillinga",
  },
  en: {
    subject: (number: string) => `Your money is on its way back: order ${number}`,
    refunded: (amount: string) => `We have sent ${amount} back to the card you paid with.`,
    when: "Your bank usually takes 5 to 10 days to show it in your account.",
    open: "See the order",
  },
} as const satisfies Record<Locale, unknown>;

/** To the buyer: money went back to the card. */
export function refunded(data: Refunded, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(data.orderNumber),
    greeting(data.buyerName, locale),
    paragraph(text.refunded(formatKroner(data.amount))),
    paragraph(text.when),
    link(text.open, data.orderLink),
  );
}
