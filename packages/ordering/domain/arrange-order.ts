import type { Instant } from "#kernel/clock";
import type { AccessKey } from "#kernel/id";
import type { OfferingId, OrderNumber, PlaceId, ProductId, TicketTypeId } from "#kernel/ids";
import type { Locale, StaffText } from "#kernel/locale";
import { type Money, ZERO } from "#kernel/money";
import { norwegianDay } from "#kernel/norwegian-time";
import type { InvoicedOrganisation, PostalAddress } from "#kernel/organisation";
import { splitPrice, type VatAllocation } from "#kernel/vat";
import { type Order, type ServiceLine, totalOf } from "./order.ts";
import {
  type GoodsOnSale,
  goodsLine,
  type OfferingSold,
  placeLine,
  refuseTooMuch,
  ticketOnSale,
} from "./place-order.ts";

/**
 * What was arranged with an organisation beforehand, at prices agreed there: no prices of the catalogue, no freight. On
 * invoice, and confirmed at once.
 */
export interface ArrangedOrder {
  readonly orderNumber: OrderNumber;
  readonly now: Instant;
  readonly locale: Locale;
  readonly contact: { readonly name: string; readonly email: string };
  readonly organisation: InvoicedOrganisation;
  readonly deliveryAddress?: PostalAddress | undefined;
  /** Stock is reserved for them; they are sent as goods of any order. */
  readonly goods: readonly { readonly product: GoodsOnSale; readonly quantity: number; readonly unitPrice: Money }[];
  /** Places that are taken in the same transaction; their price instead of their ticket type's. */
  readonly places: readonly {
    readonly placeId: PlaceId;
    readonly ticketTypeId: TicketTypeId;
    readonly offering: OfferingSold;
    readonly price: Money;
    /** What comes with the place, reserved here as with any order: `place.goods`. */
    readonly includedGoods: readonly ProductId[];
  }[];
  /** A whole course at one price, such as one at a workplace. */
  readonly services: readonly {
    readonly title: StaffText;
    readonly offeringId: OfferingId;
    readonly startsAt: Instant;
    readonly venue?: string | undefined;
    readonly price: Money;
    readonly vatAllocation: VatAllocation;
  }[];
}

/**
 * The order that an arrangement becomes: at the prices agreed, VAT split as the ticket type or the arrangement says, without
 * freight, on invoice, and confirmed at once. What costs nothing is free.
 *
 * @throws DomainError `too-much-for-one-order`, `product-not-for-sale`, `ticket-type-unknown`
 */
export function arrangedOrder(arranged: ArrangedOrder, key: AccessKey): Order {
  refuseTooMuch(arranged);
  const { orderNumber, now, locale, contact, organisation, deliveryAddress } = arranged;
  const day = norwegianDay(now);
  const goods = arranged.goods.map(({ product, quantity, unitPrice }, index) =>
    goodsLine({ product: { ...product, price: unitPrice }, quantity }, index + 1, day),
  );
  const places = arranged.places.map(({ placeId, ticketTypeId, offering, price }, index) => {
    const ticket = { ...ticketOnSale(offering, ticketTypeId), price };
    return placeLine({ placeId, ticket }, goods.length + index + 1, day);
  });
  const services = arranged.services.map((service, index) =>
    serviceLine(service, goods.length + places.length + index + 1, day),
  );
  const lines = [...goods, ...places, ...services];
  const total = totalOf(lines);
  return {
    orderNumber,
    key,
    placedAt: now,
    locale,
    buyer: { ...contact, organisation },
    ...(deliveryAddress && { deliveryAddress }),
    payment: total === 0 ? "free" : "invoice",
    status: "confirmed",
    confirmedAt: now,
    lines,
    total,
    paid: ZERO,
    version: 1,
  };
}

function serviceLine(service: ArrangedOrder["services"][number], line: number, day: string): ServiceLine {
  const { title, offeringId, startsAt, venue, price, vatAllocation } = service;
  return {
    kind: "service",
    line,
    title,
    offeringId,
    startsAt,
    ...(venue && { venue }),
    unitPrice: price,
    amount: price,
    vat: splitPrice(price, vatAllocation, day),
  };
}
