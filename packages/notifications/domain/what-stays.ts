import { type Block, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { formatKroner, type Money } from "#kernel/money";

/** What a cancellation leaves of an order, and what happens to the money. */
export interface WhatStays {
  readonly payment: "card" | "invoice" | "free";
  readonly owedBack: Money;
  readonly orderCancelled: boolean;
  readonly orderLink: string;
}

const TEXT = {
  nb: {
    card: (amount: string) => `Du får ${amount} tilbake på kortet du betalte med, vanligvis innen 5 til 10 dager.`,
    invoice: (amount: string) => `${amount} blir trukket fra fakturaen.`,
    rest: "Resten av bestillingen står.",
    nothing: "Bestillingen er dermed avsluttet.",
    open: "Se bestillingen",
  },
  nn: {
    card: (amount: string) => `Du får ${amount} tilbake på kortet du betalte med, vanlegvis innan 5 til 10 dagar.`,
    invoice: (amount: string) => `${amount} blir trekt frå fakturaen.`,
    rest: "Resten av bestillinga står.",
    nothing: "Bestillinga er dermed avslutta.",
    open: "Sjå bestillinga",
  },
  en: {
    card: (amount: string) => `You get ${amount} back on the card you paid with, usually within 5 to 10 days.`,
    invoice: (amount: string) => `${amount} will be taken off the invoice.`,
    rest: "The rest of your order stands.",
    nothing: "Nothing is left of the order.",
    open: "See the order",
  },
} as const satisfies Record<Locale, unknown>;

export function moneyBack({ payment, owedBack }: WhatStays, locale: Locale): Block | undefined {
  return payment !== "free" && owedBack > 0 ? paragraph(TEXT[locale][payment](formatKroner(owedBack))) : undefined;
}

export function whatStands({ orderCancelled }: WhatStays, locale: Locale): Block {
  return paragraph(orderCancelled ? TEXT[locale].nothing : TEXT[locale].rest);
}

export function openOrder({ orderLink }: WhatStays, locale: Locale): Block {
  return link(TEXT[locale].open, orderLink);
}
