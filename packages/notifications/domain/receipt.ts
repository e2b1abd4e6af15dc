import type { Instant } from "#kernel/clock";
import { type Block, type Detail, details, heading } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { formatKroner, type Money, ore } from "#kernel/money";
import { formatDay } from "#kernel/norwegian-time";
import { formatOrganisationNumber, type Seller } from "#kernel/seller";
import type { VatPart } from "#kernel/vat";

export interface Receipt {
  readonly orderNumber: string;
  readonly confirmedAt: Instant;
  readonly payment: "card" | "invoice" | "free";
  readonly seller: Seller;
  readonly buyer: {
    readonly name: string;
    readonly organisation?: {
      readonly name: string;
      readonly organisationNumber: string;
      readonly invoiceReference?: string | undefined;
    };
  };
  /** Lines that stand, freight too; amounts in øre, VAT included. */
  readonly lines: readonly { readonly title: string; readonly quantity: number; readonly amount: Money }[];
  /** One part for each VAT category. */
  readonly vat: readonly VatPart[];
  readonly total: Money;
}

const WORDS = {
  nb: {
    receipt: "Kvittering",
    overview: "Bestillingen",
    order: "Bestillingsnummer",
    date: "Dato",
    seller: "Selger",
    number: "Org.nr.",
    buyer: "Kjøper",
    organisation: "Virksomhet",
    reference: "Fakturareferanse",
    lines: "Dette har du bestilt",
    what: "Vare eller plass",
    quantity: "Antall",
    amount: "Beløp",
    total: "Sum, med mva.",
    vat: "Merverdiavgift (mva.)",
    rate: "Sats",
    net: "Grunnlag",
    tax: "Mva.",
    payment: "Betaling",
    card: "Betalt med kort",
    invoice: "Kommer på faktura",
    free: "Gratis",
    exempt: "Unntatt, undervisning (mval. § 3-5)",
    books: "0 %, bøker",
    outside: "Utenfor mva.",
  },
  nn: {
    receipt: "Kvittering",
    overview: "Bestillinga",
    order: "Bestillingsnummer",
    date: "Dato",
    seller: "Seljar",
    number: "Org.nr.",
    buyer: "Kjøpar",
    organisation: "Verksemd",
    reference: "Fakturareferanse",
    lines: "Dette har du bestilt",
    what: "Vare eller plass",
    quantity: "Tal",
    amount: "Beløp",
    total: "Sum, med mva.",
    vat: "Meirverdiavgift (mva.)",
    rate: "Sats",
    net: "Grunnlag",
    tax: "Mva.",
    payment: "Betaling",
    card: "Betalt med kort",
    invoice: "Kjem på faktura",
    free: "Gratis",
    exempt: "Unnateke, undervisning (mval. § 3-5)",
    books: "0 %, bøker",
    outside: "Utanfor mva.",
  },
  en: {
    receipt: "Receipt",
    overview: "Your order",
    order: "Order number",
    date: "Date",
    seller: "Seller",
    number: "Organisation number",
    buyer: "Buyer",
    organisation: "Organisation",
    reference: "Invoice reference",
    lines: "What you ordered",
    what: "Item or place",
    quantity: "Quantity",
    amount: "Amount",
    total: "Total, including VAT",
    vat: "Value added tax (VAT)",
    rate: "Rate",
    net: "Net",
    tax: "VAT",
    payment: "Payment",
    card: "Paid by card",
    invoice: "To be invoiced",
    free: "Free of charge",
    exempt: "Exempt, teaching (VAT Act § 3-5)",
    books: "0 %, books",
    outside: "Outside the VAT Act",
  },
} as const satisfies Record<Locale, Readonly<Record<string, string>>>;

/** What a receipt must show: parties, lines, VAT by rate, total, and how it is paid. Without payment it is an overview. */
export function receiptBlocks(receipt: Receipt, locale: Locale): Block[] {
  const words = WORDS[locale];
  const { organisation } = receipt.buyer;
  return [
    heading(receipt.payment === "card" ? words.receipt : words.overview),
    details(
      { label: words.order, value: receipt.orderNumber },
      { label: words.date, value: formatDay(receipt.confirmedAt, locale) },
      { label: words.seller, value: receipt.seller.name },
      { label: words.number, value: formatOrganisationNumber(receipt.seller) },
      { label: words.buyer, value: receipt.buyer.name },
      ...(organisation ? organisationRows(organisation, locale) : []),
    ),
    {
      kind: "table",
      caption: words.lines,
      head: [words.what, words.quantity, words.amount],
      rows: receipt.lines.map(({ title, quantity, amount }) => [title, String(quantity), formatKroner(amount)]),
      total: [words.total, "", formatKroner(receipt.total)],
    },
    ...(receipt.total > 0 ? [vatTable(receipt, locale)] : []),
    details({ label: words.payment, value: words[receipt.payment] }),
  ];
}

function organisationRows(
  { name, organisationNumber, invoiceReference }: NonNullable<Receipt["buyer"]["organisation"]>,
  locale: Locale,
): Detail[] {
  const words = WORDS[locale];
  return [
    { label: words.organisation, value: `${name}, ${words.number} ${organisationNumber}` },
    ...(invoiceReference ? [{ label: words.reference, value: invoiceReference }] : []),
  ];
}

function vatTable({ vat }: Receipt, locale: Locale): Block {
  const words = WORDS[locale];
  return {
    kind: "table",
    caption: words.vat,
    head: [words.rate, words.net, words.tax],
    rows: vat.map((part) => [rateText(part, locale), formatKroner(ore(part.net)), formatKroner(ore(part.vat))]),
  };
}

function rateText({ category, basisPoints }: VatPart, locale: Locale): string {
  const words = WORDS[locale];
  const byCategory = { S: `${basisPoints / 100} %`, Z: words.books, E: words.exempt, O: words.outside };
  return byCategory[category];
}
