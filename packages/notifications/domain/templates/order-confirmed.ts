import { greeting } from "#kernel/greeting";
import { details, type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { type Attendance, attendanceBlocks } from "../attendance.ts";
import { type Receipt, receiptBlocks } from "../receipt.ts";

export interface OrderConfirmed {
  readonly receipt: Receipt;
  readonly attendances: readonly Attendance[];
  /** Where the goods go; none when nothing is sent. */
  readonly deliveryAddress?: string | undefined;
  /** A consumer may send goods back (angrerettloven § 20); an organisation may not. */
  readonly mayWithdraw: boolean;
  readonly orderLink: string;
}

const TEXT = {
  nb: {
    subject: (number: string) => `Bekreftelse på bestilling ${number}`,
    card: "Takk for bestillingen. Den er betalt og bekreftet, og dette er kvitteringen din.",
    invoice: "Takk for bestillingen. Den er bekreftet, og dere får faktura.",
    free: "Takk for påmeldingen. Den er bekreftet.",
    calendar: "Kalenderfilen som er lagt ved, legger datoene inn i kalenderen din.",
    names: "Noen plasser mangler navn. Åpne bestillingen for å fylle dem inn.",
    open: "Se bestillingen, fyll inn navn eller avbestill",
    deliverTo: "Sendes til",
    withdrawal:
      "Du kan angre på kjøp av varer i 14 dager etter at du har fått dem. Svar på denne e-posten, så hjelper vi deg.",
  },
  nn: {
    subject: (number: string) => `Stadfesting av bestilling ${number}`,
    card: "Takk for bestillinga. Ho er betalt og stadfesta, og dette er kvitteringa di.",
    invoice: "Takk for bestillinga. Ho er stadfesta, og de får faktura.",
    free: "Takk for påmeldinga. Ho er stadfesta.",
    calendar: "Kalenderfila som er lagd ved, legg datoane inn i kalenderen din.",
    names: "Nokre plassar manglar namn. Opne bestillinga for å fylle dei inn.",
    open: "Sjå bestillinga, fyll inn namn eller avbestill",
    deliverTo: "Blir send til",
    withdrawal:
      "Du kan angre på kjøp av varer i 14 dagar etter at du har fått dei. Svar på denne e-posten, så hjelper vi deg.",
  },
  en: {
    subject: (number: string) => `Confirmation of order ${number}`,
    card: "Thank you for your order. It is paid and confirmed, and this is your receipt.",
    invoice: "Thank you for your order. It is confirmed, and an invoice will follow.",
    free: "Thank you for signing up. You are confirmed.",
    calendar: "The attached calendar file puts the dates into your calendar.",
    names: "Some places have no name yet. Open the order to fill them in.",
    open: "See the order, fill in names or cancel",
    deliverTo: "Goes to",
    withdrawal:
      "You may withdraw from a purchase of goods for 14 days after you receive them. Answer this mail and we will help you.",
  },
} as const satisfies Record<Locale, unknown>;

/** To the buyer: the order is certain. Confirmation (ehandelsloven § 12) and, when paid by card, receipt in one. */
export function orderConfirmed(data: OrderConfirmed, locale: Locale): Letter {
  const text = TEXT[locale];
  const { receipt, attendances, deliveryAddress } = data;
  return letter(
    text.subject(receipt.orderNumber),
    greeting(receipt.buyer.name, locale),
    paragraph(text[receipt.payment]),
    attendances.flatMap((attendance) => attendanceBlocks(attendance, locale)),
    attendances.length > 0 ? paragraph(text.calendar) : undefined,
    attendances.some(({ unnamed }) => unnamed > 0) ? paragraph(text.names) : undefined,
    link(text.open, data.orderLink),
    receiptBlocks(receipt, locale),
    deliveryAddress ? details({ label: text.deliverTo, value: deliveryAddress }) : undefined,
    data.mayWithdraw ? paragraph(text.withdrawal) : undefined,
  );
}
