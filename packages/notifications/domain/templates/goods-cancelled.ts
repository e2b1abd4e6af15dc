import { greeting } from "#kernel/greeting";
import { details, type Letter, letter, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { moneyBack, openOrder, type WhatStays, whatStands } from "../what-stays.ts";

export interface GoodsCancelled extends WhatStays {
  readonly orderNumber: string;
  readonly buyerName: string;
  readonly lines: readonly { readonly title: string; readonly quantity: number }[];
}

const TEXT = {
  nb: {
    subject: (number: string) => `Avbestilt: varer i bestilling ${number}`,
    cancelled: "Disse varene er avbestilt og blir ikke sendt:",
  },
  nn: {
    subject: (number: string) => `Avbestilt: varer i bestilling ${number}`,
    cancelled: "Desse varene er avbestilte og blir ikkje sende:",
  },
  en: {
    subject: (number: string) => `Cancelled: goods in order ${number}`,
    cancelled: "These goods are cancelled and will not be sent:",
  },
} as const satisfies Record<Locale, unknown>;

/** To the buyer: which goods will not come, and what happens to their money. */
export function goodsCancelled(data: GoodsCancelled, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(data.orderNumber),
    greeting(data.buyerName, locale),
    paragraph(text.cancelled),
    details(...data.lines.map(({ title, quantity }) => ({ label: title, value: String(quantity) }))),
    moneyBack(data, locale),
    whatStands(data, locale),
    openOrder(data, locale),
  );
}
