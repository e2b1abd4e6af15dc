import { greeting } from "#kernel/greeting";
import { details, type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface ShipmentSent {
  readonly orderNumber: string;
  readonly buyerName: string;
  /** Which of the order's shipments: 1 is the first. */
  readonly shipment: number;
  readonly lines: readonly { readonly title: string; readonly quantity: number }[];
  readonly deliveryAddress: string;
  /** The carrier's, to follow the parcel by. */
  readonly trackingNumber?: string | undefined;
  /** Something of the order is still to be sent. */
  readonly moreToCome: boolean;
  readonly orderLink: string;
}

const TEXT = {
  nb: {
    subject: (number: string, shipment: number) => `Sending ${shipment} av bestilling ${number} er på vei`,
    sent: "Nå er dette på vei til deg:",
    to: "Sendes til",
    tracking: "Sporingsnummer",
    more: "Resten av bestillingen kommer i en egen sending. Du får en e-post når den går.",
    all: "Dermed er alt du bestilte, sendt.",
    open: "Se bestillingen",
  },
  nn: {
    subject: (number: string, shipment: number) => `Sending ${shipment} av bestilling ${number} er på veg`,
    sent: "No er dette på veg til deg:",
    to: "Blir send til",
    tracking: "Sporingsnummer",
    more: "Resten av bestillinga kjem i ei eiga sending. Du får ein e-post når ho går.",
    all: "Dermed er alt du bestilte, sendt.",
    open: "Sjå bestillinga",
  },
  en: {
    subject: (number: string, shipment: number) => `Shipment ${shipment} of order ${number} is on its way`,
    sent: "This is on its way to you:",
    to: "Goes to",
    tracking: "Tracking number",
    more: "The rest of your order comes in another shipment. You will get a mail when it leaves.",
    all: "With this, everything you ordered has been sent.",
    open: "See the order",
  },
} as const satisfies Record<Locale, unknown>;

/** To the buyer: goods left for them. */
export function shipmentSent(data: ShipmentSent, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject(data.orderNumber, data.shipment),
    greeting(data.buyerName, locale),
    paragraph(text.sent),
    details(...data.lines.map(({ title, quantity }) => ({ label: title, value: String(quantity) }))),
    details(
      { label: text.to, value: data.deliveryAddress },
      data.trackingNumber ? { label: text.tracking, value: data.trackingNumber } : undefined,
    ),
    paragraph(data.moreToCome ? text.more : text.all),
    link(text.open, data.orderLink),
  );
}
