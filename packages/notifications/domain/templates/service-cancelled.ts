import { greeting } from "#kernel/greeting";
import { details, type Letter, letter, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { moneyBack, openOrder, type WhatStays, whatStands } from "../what-stays.ts";

export interface ServiceCancelled extends WhatStays {
  readonly buyerName: string;
  readonly title: string;
  /** In the words of whoever called the course off. */
  readonly reason?: string | undefined;
}

const TEXT = {
  nb: {
    subject: (title: string) => `Avlyst: ${title}`,
    cancelled: (title: string) => `Vi må dessverre avlyse kurset hos dere: ${title}. Deltakerne på listen får beskjed.`,
    reason: "Grunnen er",
  },
  nn: {
    subject: (title: string) => `Avlyst: ${title}`,
    cancelled: (title: string) => `Vi må dessverre avlyse kurset hos dykk: ${title}. Deltakarane på lista får beskjed.`,
    reason: "Grunnen er",
  },
  en: {
    subject: (title: string) => `Cancelled: ${title}`,
    cancelled: (title: string) =>
      `We are sorry to have to call off the course at your workplace: ${title}. The participants on the list are told.`,
    reason: "The reason is",
  },
} as const satisfies Record<Locale, unknown>;

/** To the buyer of a whole course: it is called off, and what happens to its price. */
export function serviceCancelled(data: ServiceCancelled, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(data.title),
    greeting(data.buyerName, locale),
    paragraph(text.cancelled(data.title)),
    data.reason ? details({ label: text.reason, value: data.reason }) : undefined,
    moneyBack(data, locale),
    whatStands(data, locale),
    openOrder(data, locale),
  );
}
