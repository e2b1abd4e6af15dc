import type { Locale } from "#kernel/locale";
import { formatKroner, type Money } from "#kernel/money";
import { greeting } from "../greeting.ts";
import { details, type Letter, letter, link, paragraph } from "../letter.ts";

export type CancelledBecause = "by-buyer" | "by-administrator" | "offering-cancelled";

export interface PlacesCancelled {
  readonly orderNumber: string;
  readonly buyerName: string;
  readonly why: CancelledBecause;
  /** In the words of whoever cancelled the offering. */
  readonly reason?: string | undefined;
  /** Whose places, and in what; a place may be without a name. */
  readonly places: readonly { readonly title: string; readonly participant?: string | undefined }[];
  readonly payment: "card" | "invoice" | "free";
  readonly owedBack: Money;
  readonly orderCancelled: boolean;
  readonly orderLink: string;
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
    card: (amount: string) => `Du får ${amount} tilbake på kortet du betalte med, vanligvis innen 5 til 10 dager.`,
    invoice: (amount: string) => `${amount} blir trukket fra fakturaen.`,
    rest: "Resten av bestillingen står.",
    nothing: "Bestillingen er dermed avsluttet.",
    calendar: "Kalenderfilen som er lagt ved, fjerner datoene fra kalenderen din.",
    open: "Se bestillingen",
  },
  nn: {
    subject: (number: string) => `Avbestilt: plassar i bestilling ${number}`,
    offeringSubject: (title: string) => `Avlyst: ${title}`,
    "by-buyer": "Vi har teke imot avbestillinga di. Desse plassane er avbestilte:",
    "by-administrator": "Vi har avbestilt desse plassane for deg:",
    "offering-cancelled": "Vi må dessverre avlyse. Desse plassane er avbestilte:",
    nameless: "utan namn",
    reason: "Grunnen er",
    card: (amount: string) => `Du får ${amount} tilbake på kortet du betalte med, vanlegvis innan 5 til 10 dagar.`,
    invoice: (amount: string) => `${amount} blir trekt frå fakturaen.`,
    rest: "Resten av bestillinga står.",
    nothing: "Bestillinga er dermed avslutta.",
    calendar: "Kalenderfila som er lagd ved, fjernar datoane frå kalenderen din.",
    open: "Sjå bestillinga",
  },
  en: {
    subject: (number: string) => `Cancelled: places in order ${number}`,
    offeringSubject: (title: string) => `Cancelled: ${title}`,
    "by-buyer": "We have received your cancellation. These places are cancelled:",
    "by-administrator": "We have cancelled these places for you:",
    "offering-cancelled": "We are sorry to have to call this off. These places are cancelled:",
    nameless: "without a name",
    reason: "The reason is",
    card: (amount: string) => `You get ${amount} back on the card you paid with, usually within 5 to 10 days.`,
    invoice: (amount: string) => `${amount} will be taken off the invoice.`,
    rest: "The rest of your order stands.",
    nothing: "Nothing is left of the order.",
    calendar: "The attached calendar file takes the dates out of your calendar.",
    open: "See the order",
  },
} as const satisfies Record<Locale, unknown>;

/** To the buyer: which places are gone, why, and what happens to their money. */
export function placesCancelled(data: PlacesCancelled, locale: Locale): Letter {
  const text = TEXT[locale];
  const [first] = data.places;
  const { payment, owedBack } = data;
  return letter(
    data.why === "offering-cancelled" && first ? text.offeringSubject(first.title) : text.subject(data.orderNumber),
    greeting(data.buyerName, locale),
    paragraph(text[data.why]),
    details(...data.places.map(({ title, participant }) => ({ label: title, value: participant ?? text.nameless }))),
    data.reason ? details({ label: text.reason, value: data.reason }) : undefined,
    payment !== "free" && owedBack > 0 ? paragraph(text[payment](formatKroner(owedBack))) : undefined,
    paragraph(data.orderCancelled ? text.nothing : text.rest),
    paragraph(text.calendar),
    link(text.open, data.orderLink),
  );
}
