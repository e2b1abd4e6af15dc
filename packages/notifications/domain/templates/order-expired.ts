import type { Locale } from "#kernel/locale";
import { greeting } from "../greeting.ts";
import { type Letter, letter, link, paragraph } from "../letter.ts";

export interface OrderExpired {
  readonly orderNumber: string;
  readonly buyerName: string;
  readonly orderLink: string;
}

const TEXT = {
  nb: {
    subject: (number: string) => `Bestilling ${number} er ikke betalt`,
    expired: "Bestillingen din ble ikke betalt i tide. Plassene og varene er frigitt, og du skal ikke betale noe.",
    again: "Vil du fortsatt være med? Da må du bestille på nytt, så lenge det er plass.",
    open: "Se hva du hadde bestilt",
  },
  nn: {
    subject: (number: string) => `Bestilling ${number} er ikkje betalt`,
    expired: "Bestillinga di vart ikkje betalt i tide. Plassane og varene er frigjevne, og du skal ikkje betale noko.",
    again: "Vil du framleis vere med? Då må du bestille på nytt, så lenge det er plass.",
    open: "Sjå kva du hadde bestilt",
  },
  en: {
    subject: (number: string) => `Order ${number} was not paid`,
    expired: "Your order was not paid in time. Its places and goods are free again, and you owe nothing.",
    again: "Still want to come? Then order again, as long as there are places.",
    open: "See what you had ordered",
  },
} as const satisfies Record<Locale, unknown>;

/** To the buyer: the hold ended without a payment. */
export function orderExpired(data: OrderExpired, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(data.orderNumber),
    greeting(data.buyerName, locale),
    paragraph(text.expired),
    paragraph(text.again),
    link(text.open, data.orderLink),
  );
}
