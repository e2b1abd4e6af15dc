import { greeting } from "#kernel/greeting";
import { details, type Letter, letter, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { moneyBack, openOrder, type WhatStays, whatStands } from "../what-stays.ts";

export type CancelledBecause = "by-buyer" | "by-administrator" | "offering-cancelled";

export interface PlacesCancelled extends WhatStays {
  readonly orderNumber: string;
  readonly buyerName: string;
  readonly why: CancelledBecause;
  /** In the words of whoever cancelled the offering. */
  readonly reason?: string | undefined;
  /** Whose places, and in what; a place may be without a name. */
  readonly places: readonly { readonly title: string; readonly participant?: string | undefined }[];
}

const TEXT = {
  nb: {
    subject: (number: string) => `Avbestilt: plasser i bestilling ${number}`,
    offeringSubject: (title: string) => `Avlyst: ${title}`,
    "by-buyer": "Vi har tatt imot avbestillingen din. Disse plassene er avbestilt:",
    "by-administrator": "Vi har avbestilt disse plassene for deg:",
    "offering-cancelled": "Vi må dessverre avlyse. Disse plassene er avbestilt:",
    nameless: "uten navn",
    reason: "Grunnen er",
    calendar: "Kalenderfilen som er lagt ved, fjerner datoene fra kalenderen din.",
  },
  nn: {
    subject: (number: string) => `Avbestilt: plassar i bestilling ${number}`,
    offeringSubject: (title: string) => `Avlyst: ${title}`,
    "by-buyer": "Vi har teke imot avbestillinga di. Desse plassane er avbestilte:",
    "by-administrator": "Vi har avbestilt desse plassane for deg:",
    "offering-cancelled": "Vi må dessverre avlyse. Desse plassane er avbestilte:",
    nameless: "utan namn",
    reason: "Grunnen er",
    calendar: "Kalenderfila som er lagd ved, fjernar datoane frå kalenderen din.",
  },
  en: {
    subject: (number: string) => `Cancelled: places in order ${number}`,
    offeringSubject: (title: string) => `Cancelled: ${title}`,
    "by-buyer": "We have received your cancellation. These places are cancelled:",
    "by-administrator": "We have cancelled these places for you:",
    "offering-cancelled": "We are sorry to have to call this off. These places are cancelled:",
    nameless: "without a name",
    reason: "The reason is",
    calendar: "The attached calendar file takes the dates out of your calendar.",
  },
} as const satisfies Record<Locale, unknown>;

/** To the buyer: which places are gone, why, and what happens to their money. */
export function placesCancelled(data: PlacesCancelled, locale: Locale): Letter {
  const text = TEXT[locale];
  const [first] = data.places;
  return letter(
    data.why === "offering-cancelled" && first ? text.offeringSubject(first.title) : text.subject(data.orderNumber),
    greeting(data.buyerName, locale),
    paragraph(text[data.why]),
    details(...data.places.map(({ title, participant }) => ({ label: title, value: participant ?? text.nameless }))),
    data.reason ? details({ label: text.reason, value: data.reason }) : undefined,
    moneyBack(data, locale),
    whatStands(data, locale),
    paragraph(text.calendar),
    openOrder(data, locale),
  );
}
