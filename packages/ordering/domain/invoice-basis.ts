import * as z from "zod";
import { Instant } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import { OrderNumber } from "#kernel/ids";
import { inLocale } from "#kernel/locale";
import { Money, sum } from "#kernel/money";
import { norwegianDay } from "#kernel/norwegian-time";
import { InvoicedOrganisation, PostalAddress } from "#kernel/organisation";
import { Seller } from "#kernel/seller";
import { VatCategory } from "#kernel/vat";
import { isActive, type Order, type OrderLine } from "./order.ts";

/** Net days to pay: BT-9, the due date, is the invoice's date plus these. What schools expect (norway.md). */
const DAYS_TO_PAY = 30;

/** BT-120 for category E; the centre's exempt sales are teaching (norway.md). */
const EXEMPT = "Unntatt undervisning, mval. § 3-5";

/**
 * A line of the invoice to come. One of the order's lines becomes one for each VAT category in its price. `freight` is a
 * charge on the document (BG-21, reason code FC), not a line.
 */
const InvoiceLine = z.object({
  kind: z.enum(["goods", "place", "service", "freight"]),
  /** The order's line it is part of. */
  orderLine: z.int().min(1),
  /** BT-153 */
  name: z.string(),
  /** BT-129, in pieces (BT-130: EA) */
  quantity: z.int().min(1),
  /** BT-131 for lines, BT-99 for freight; øre without VAT */
  net: Money,
  /** Øre of VAT; summed by category for BT-117 */
  vat: Money,
  /** BT-151, BT-102 for freight */
  vatCategory: VatCategory,
  /** BT-152, BT-103 for freight; hundredths of a per cent */
  vatBasisPoints: z.int().min(0),
  /** BT-120 */
  vatExemptionReason: z.string().optional(),
  /** BT-72: when a course or event is held, `YYYY-MM-DD`; goods are delivered when they are sent. */
  deliveredOn: z.iso.date().optional(),
  /** Where it is held: the place of delivery (bokføringsforskriften § 5-1-1 no. 4). */
  deliveredAt: z.string().optional(),
  /** Comes off the invoice, or is credited if it was sent. */
  cancelledAt: Instant.optional(),
});

/** Everything an EHF invoice needs of an order (EN 16931's business terms), frozen when the order was confirmed. */
export const InvoiceBasis = z.object({
  orderNumber: OrderNumber,
  confirmedAt: Instant,
  /** BG-4: BT-27 name, BT-30 and BT-34 organisation number (scheme 0192), BT-31 `NO<number>MVA` if registered. */
  seller: Seller,
  /** BG-7: BT-44 name, BT-47 organisation number (scheme 0192), BG-8 address, BT-10 or BT-13 reference, BT-19 posting. */
  buyer: InvoicedOrganisation,
  /** BG-9: BT-56 and BT-58 */
  contact: z.object({ name: z.string(), email: z.string() }),
  /** BT-49, scheme 0192: who receives it by Peppol, often the municipality and not the school. */
  receiver: z.string(),
  /** BG-15: where goods are sent. */
  deliveryAddress: PostalAddress.optional(),
  daysToPay: z.literal(DAYS_TO_PAY),
  lines: z.array(InvoiceLine).min(1),
  /** BT-109, BT-110 and BT-112 for the lines that stand, øre. */
  net: Money,
  vat: Money,
  gross: Money,
  /** A sale to the centre's own municipality is posted internally: no invoice, no EHF (norway.md). */
  internalPosting: z.boolean(),
  version: z.int().min(1),
});
export type InvoiceBasis = z.infer<typeof InvoiceBasis>;

/** What is to be invoiced for an order on invoice, which its confirmation has seen to having an organisation and a reference. */
export function invoiceBasis(order: Order, seller: Seller): InvoiceBasis {
  const { buyer, orderNumber, confirmedAt, deliveryAddress } = order;
  const { organisation } = buyer;
  invariant(order.payment === "invoice" && confirmedAt !== undefined, "an invoice is for a confirmed order on invoice");
  invariant(organisation?.invoiceReference !== undefined, "an invoice has an organisation and its reference");
  const { invoiceReference } = organisation;
  const receiver = organisation.invoiceReceiver ?? organisation.organisationNumber;
  const own = [receiver, organisation.organisationNumber].includes(seller.organisationNumber);
  return withTotals({
    orderNumber,
    confirmedAt,
    seller,
    buyer: { ...organisation, invoiceReference },
    contact: { name: buyer.name, email: buyer.email },
    receiver,
    ...(deliveryAddress && { deliveryAddress }),
    daysToPay: DAYS_TO_PAY,
    lines: order.lines.filter(isActive).flatMap((line) => invoiceLines(line, order)),
    internalPosting: own,
    version: 1,
  });
}

/** The basis after lines of its order were cancelled: they stay, marked, so that a credit note can be written. */
export function withoutLines(
  basis: InvoiceBasis,
  cancelled: readonly Pick<OrderLine, "line">[],
  at: Instant,
): InvoiceBasis {
  const numbers = new Set(cancelled.map((each) => each.line));
  const lines = basis.lines.map((line) =>
    numbers.has(line.orderLine) && !line.cancelledAt ? { ...line, cancelledAt: at } : line,
  );
  return withTotals({ ...basis, lines, version: basis.version + 1 });
}

function withTotals(basis: Omit<InvoiceBasis, "net" | "vat" | "gross">): InvoiceBasis {
  const standing = basis.lines.filter((line) => !line.cancelledAt);
  const net = sum(standing.map((line) => line.net));
  const vat = sum(standing.map((line) => line.vat));
  return { ...basis, net, vat, gross: sum([net, vat]) };
}

function invoiceLines(line: OrderLine, { locale }: Order): InvoiceBasis["lines"] {
  return line.vat.map((part) => ({
    kind: line.kind,
    orderLine: line.line,
    name: inLocale(line.title, locale),
    quantity: line.kind === "goods" ? line.quantity : 1,
    net: Money.parse(part.net),
    vat: Money.parse(part.vat),
    vatCategory: part.category,
    vatBasisPoints: part.basisPoints,
    ...(part.category === "E" && { vatExemptionReason: EXEMPT }),
    ...((line.kind === "place" || line.kind === "service") && {
      deliveredOn: norwegianDay(line.startsAt),
      deliveredAt: line.venue,
    }),
  }));
}
