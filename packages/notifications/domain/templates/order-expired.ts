import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface OrderExpired {
  readonly orderNumber: string;
  readonly buyerName: string;
  /** What of it is called off; then the order ended for that, and ordering again is no use. */
  readonly calledOff?: string | undefined;
  readonly orderLink: string;
}

const TEXT = {
  nb: {
    subject: (number: string) => `Bestilling ${number} er ikke betalt`,
    expired: "Bestillingen din ble ikke betalt i tide. Plassene og varene er frigitt, og du skal ikke betale noe.",
    again: "Vil du fortsatt være med? Da må du bestille på nytt, så lenge det er plass.",
    calledOffSubject: (title: string) => `Avlyst: ${title}`,
    calledOff: (title: string) =>
      `Vi må dessverre avlyse ${title}. Bestillingen din var ikke betalt, så den er avsluttet, og du skal ikke betale noe.`,
    open: "Se hva du hadde bestilt",
  },
  nn: {
    subject: (number: string) => `Bestilling ${number} er ikkje betalt`,
    expired: "Bestillinga di vart ikkje betalt i tide. Plassane og varene er frigjevne, og du skal ikkje betale noko.",
    again: "Vil du framleis vere med? Då må du bestille på nytt, så lenge det er plass.",
    calledOffSubject: (title: string) => `Avlyst: ${title}`,
    calledOff: (title: string) =>
      `Vi må dessverre avlyse ${title}. Bestillinga di var ikkje betalt, så ho er avslutta, og du skal ikkje betale noko.`,
    open: "Sjå kva du hadde bestilt",
  },
  en: {
    subject: (number: string) => `Order ${number} was not paid`,
    expired: "Your order was not paid in time. Its places and goods are free again, and you owe nothing.",
    again: "Still want to come? Then order again, as long as there are places.",
    calledOffSubject: (title: string) => `Cancelled: ${title}`,
    calledOff: (title: string) =>
      `We are sorry to have to call off ${title}. Your order was not paid, so it has ended, and you owe nothing.`,
    open: "See what you had ordered",
  },
} as const satisfies Record<Locale, unknown>;

/** To the buyer: the hold ended without a payment, or what it was for is called off. */
export function orderExpired(data: OrderExpired, locale: Locale): Letter {
  const text = TEXT[locale];
  const { calledOff } = data;
  return letter(
    calledOff ? text.calledOffSubject(calledOff) : text.subject(data.orderNumber),
    greeting(data.buyerName, locale),
    ...(calledOff ? [paragraph(text.calledOff(calledOff))] : [paragraph(text.expired), paragraph(text.again)]),
    link(text.open, data.orderLink),
  );
}
