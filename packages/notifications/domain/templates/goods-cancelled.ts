import type { Locale } from "#kernel/locale";
import { formatKroner, type Money } from "#kernel/money";
import { greeting } from "../greeting.ts";
import { details, type Letter, letter, link, paragraph } from "../letter.ts";

export interface GoodsCancelled {
  readonly orderNumber: string;
  readonly buyerName: string;
  readonly lines: readonly { readonly title: string; readonly quantity: number }[];
  readonly payment: "card" | "invoice" | "free";
  /** With freight, when nothing is left to send. */
  readonly owedBack: Money;
  readonly orderCancelled: boolean;
  readonly orderLink: string;
}

const TEXT = {
  nb: {
    subject: (number: string) => `Avbestilt: varer i bestilling ${number}`,
    cancelled: "Disse varene er avbestilt og blir ikke sendt:",
    card: (amount: string) => `Du får ${amount} tilbake på kortet du betalte med, vanligvis innen 5 til 10 dager.`,
    invoice: (amount: string) => `${amount} blir trukket fra fakturaen.`,
    rest: "Resten av bestillingen står.",
    nothing: "Bestillingen er dermed avsluttet.",
    open: "Se bestillingen",
  },
  nn: {
    subject: (number: string) => `Avbestilt: varer i bestilling ${number}`,
    cancelled: "Desse varene er avbestilte og blir ikkje sende:",
    card: (amount: string) => `Du får ${amount} tilbake på kortet du betalte med, vanlegvis innan 5 til 10 dagar.`,
    invoice: (amount: string) => `${amount} blir trekt frå fakturaen.`,
    rest: "Resten av bestillinga står.",
    nothing: "Bestillinga er dermed avslutta.",
    open: "Sjå bestillinga",
  },
  en: {
    subject: (number: string) => `Cancelled: goods in order ${number}`,
    cancelled: "These goods are cancelled and will not be sent:",
    card: (amount: string) => `You get ${amount} back on the card you paid with, usually within 5 to 10 days.`,
    invoice: (amount: string) => `${amount} will be taken off the invoice.`,
    rest: "The rest of your order stands.",
    nothing: "Nothing is left of the order.",
    open: "See the order",
  },
} as const satisfies Record<Locale, unknown>;

/** To the buyer: which goods will not come, and what happens to their money. */
export function goodsCancelled(data: GoodsCancelled, locale: Locale): Letter {
  const text = TEXT[locale];
  const { payment, owedBack } = data;
  return letter(
    text.subject(data.orderNumber),
    greeting(data.buyerName, locale),
    paragraph(text.cancelled),
    details(...data.lines.map(({ title, quantity }) => ({ label: title, value: String(quantity) }))),
    payment !== "free" && owedBack > 0 ? paragraph(text[payment](formatKroner(owedBack))) : undefined,
    paragraph(data.orderCancelled ? text.nothing : text.rest),
    link(text.open, data.orderLink),
  );
}
