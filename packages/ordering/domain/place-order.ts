import { type Instant, plusSeconds } from "#kernel/clock";
import { invariant, refusal } from "#kernel/domain-error";
import type { AccessKey } from "#kernel/id";
import type { OfferingId, OrderNumber, PlaceId, ProductId, TicketTypeId } from "#kernel/ids";
import type { Locale, StaffText } from "#kernel/locale";
import { kroner, type Money, times, ZERO } from "#kernel/money";
import { norwegianDay } from "#kernel/norwegian-time";
import type { PostalAddress } from "#kernel/organisation";
import { splitFreight, splitPrice, taxInclusivePart, type VatAllocation, type VatCategory } from "#kernel/vat";
import type { Buyer } from "./buyer.ts";
import { type FreightRates, freightPrice } from "./freight.ts";
import { type GoodsLine, type Order, type OrderLine, type PlaceLine, totalOf } from "./order.ts";

/** A transaction has at most 100 actions: so many places and goods lines an order (design.md). */
export const MAX_PLACES = 25;
export const MAX_GOODS_LINES = 25;

/** Stripe takes no less by card in NOK (its minimum charge amounts). */
const LEAST_BY_CARD = kroner(3);

/** Stripe's session lives 31 minutes (30 is its least); the reservation outlives it, so that no payment comes too late. */
const HOLD_SECONDS = 36 * 60;

export interface GoodsOnSale {
  readonly productId: ProductId;
  readonly version: number;
  readonly title: StaffText;
  readonly price: Money;
  readonly vatCategory: VatCategory;
  readonly weightGrams: number;
  readonly status: "draft" | "published" | "withdrawn";
}

export interface TicketOnSale {
  readonly offeringId: OfferingId;
  readonly title: StaffText;
  readonly startsAt: Instant;
  readonly venue?: string;
  readonly ticketTypeId: TicketTypeId;
  readonly ticketName: StaffText;
  readonly price: Money;
  readonly vatAllocation: VatAllocation;
}

/** What an order's line says of the offering it has a place in; a catalogue's offering has all of it. */
export interface OfferingSold {
  readonly offeringId: OfferingId;
  readonly title: StaffText;
  readonly venue:
    | { readonly kind: "place"; readonly name: string; readonly address: string }
    | { readonly kind: "digital" };
  readonly sessions: readonly { readonly startsAt: Instant }[];
  readonly ticketTypes: readonly {
    readonly ticketTypeId: TicketTypeId;
    readonly name: StaffText;
    readonly price: Money;
    readonly vatAllocation: VatAllocation;
  }[];
}

/** A ticket type of an offering as an order's line needs it. @throws DomainError `ticket-type-unknown` */
export function ticketOnSale(offering: OfferingSold, ticketTypeId: TicketTypeId): TicketOnSale {
  const { offeringId, title, venue } = offering;
  const ticketType = offering.ticketTypes.find((each) => each.ticketTypeId === ticketTypeId);
  if (!ticketType) throw refusal("ticket-type-unknown", { offeringId, ticketTypeId });
  const [first] = offering.sessions;
  invariant(first !== undefined, "an offering has at least one session");
  const { name, price, vatAllocation } = ticketType;
  return {
    offeringId,
    title,
    startsAt: first.startsAt,
    ...(venue.kind === "place" && { venue: `${venue.name}, ${venue.address}` }),
    ticketTypeId,
    ticketName: name,
    price,
    vatAllocation,
  };
}

export interface PlaceOrder {
  readonly buyer: Buyer;
  readonly deliveryAddress?: PostalAddress | undefined;
  readonly locale: Locale;
  readonly payment: "card" | "invoice";
  readonly goods: readonly { readonly product: GoodsOnSale; readonly quantity: number }[];
  readonly places: readonly { readonly ticket: TicketOnSale; readonly placeId: PlaceId }[];
  /** The total the buyer saw, in øre: a price that changed meanwhile is refused. */
  readonly expectedTotal: Money;
}

/**
 * The order that a basket becomes: lines and prices frozen as of `now`. What costs nothing is confirmed at once, as is an
 * invoice; a card order holds what it took until it is paid.
 *
 * @throws DomainError `product-not-for-sale`, `too-much-for-one-order`, `freight-by-agreement`,
 *   `delivery-address-missing`, `price-changed`, `card-total-too-small`, `organisation-missing`, `invoice-reference-missing`
 */
export function placeOrder(
  command: PlaceOrder,
  made: { readonly orderNumber: OrderNumber; readonly key: AccessKey; readonly now: Instant },
  freightRates: FreightRates,
): Order {
  const { orderNumber, key, now } = made;
  const lines = priceLines(command, norwegianDay(now), freightRates);
  if (lines.some((line) => line.kind === "freight") && !command.deliveryAddress)
    throw refusal("delivery-address-missing", {});
  const total = totalOf(lines);
  if (total !== command.expectedTotal)
    throw refusal("price-changed", { expected: command.expectedTotal, actual: total });
  const payment = total === 0 ? "free" : command.payment;
  if (payment === "card" && total < LEAST_BY_CARD) throw refusal("card-total-too-small", { least: LEAST_BY_CARD });
  if (payment === "invoice") refuseUnlessInvoiceable(command.buyer);
  const awaitsPayment = payment === "card";
  return {
    orderNumber,
    key,
    placedAt: now,
    locale: command.locale,
    buyer: command.buyer,
    ...(command.deliveryAddress && { deliveryAddress: command.deliveryAddress }),
    payment,
    status: awaitsPayment ? "awaiting-payment" : "confirmed",
    ...(awaitsPayment ? { hold: { endsAt: plusSeconds(now, HOLD_SECONDS), extended: false } } : { confirmedAt: now }),
    lines,
    total,
    paid: ZERO,
    version: 1,
  };
}

/** An invoice goes to an organisation, and a public one refuses it without a reference (PEPPOL-EN16931-R003). */
function refuseUnlessInvoiceable({ organisation }: Buyer): void {
  if (!organisation) throw refusal("organisation-missing", {});
  if (!organisation.invoiceReference) throw refusal("invoice-reference-missing", {});
}

/** The lines a basket comes to on a day, freight last. */
export function priceLines(
  command: Pick<PlaceOrder, "goods" | "places">,
  day: string,
  freightRates: FreightRates,
): OrderLine[] {
  refuseTooMuch(command);
  invariant(command.goods.length + command.places.length > 0, "an order has at least one line");
  const goods = command.goods.map((each, index) => goodsLine(each, index + 1, day));
  const places = command.places.map((each, index) => placeLine(each, goods.length + index + 1, day));
  return [...goods, ...places, ...freightLine(goods, goods.length + places.length + 1, day, freightRates)];
}

/** @throws DomainError `too-much-for-one-order` */
export function refuseTooMuch({
  goods,
  places,
}: {
  readonly goods: readonly unknown[];
  readonly places: readonly unknown[];
}) {
  if (goods.length > MAX_GOODS_LINES)
    throw refusal("too-much-for-one-order", { limit: MAX_GOODS_LINES, of: "goods-lines" });
  if (places.length > MAX_PLACES) throw refusal("too-much-for-one-order", { limit: MAX_PLACES, of: "places" });
}

/** Goods at their price on a day. @throws DomainError `product-not-for-sale` */
export function goodsLine({ product, quantity }: PlaceOrder["goods"][number], line: number, day: string): GoodsLine {
  if (product.status !== "published") throw refusal("product-not-for-sale", { productId: product.productId });
  const amount = times(product.price, quantity);
  return {
    kind: "goods",
    line,
    title: product.title,
    productId: product.productId,
    quantity,
    unitPrice: product.price,
    amount,
    vat: [taxInclusivePart("goods", product.vatCategory, amount, day)],
    weightGrams: product.weightGrams * quantity,
    shipped: 0,
  };
}

export function placeLine({ ticket, placeId }: PlaceOrder["places"][number], line: number, day: string): PlaceLine {
  return {
    kind: "place",
    line,
    title: ticket.title,
    offeringId: ticket.offeringId,
    ticketTypeId: ticket.ticketTypeId,
    placeId,
    startsAt: ticket.startsAt,
    ...(ticket.venue && { venue: ticket.venue }),
    unitPrice: ticket.price,
    amount: ticket.price,
    vat: splitPrice(ticket.price, ticket.vatAllocation, day),
  };
}

const FREIGHT: StaffText = { nb: "Frakt", nn: "Frakt", en: "Freight" };

function freightLine(goods: readonly GoodsLine[], line: number, day: string, rates: FreightRates): OrderLine[] {
  const amount = freightPrice(
    goods.reduce((grams, each) => grams + each.weightGrams, 0),
    rates,
  );
  if (amount === 0) return [];
  const vat = splitFreight(
    amount,
    goods.flatMap((each) => each.vat),
    day,
  );
  return [{ kind: "freight", line, title: FREIGHT, unitPrice: amount, amount, vat }];
}
