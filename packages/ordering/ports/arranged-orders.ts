import type { Instant } from "#kernel/clock";
import type { OfferingId, OrderNumber, PlaceId, TicketTypeId } from "#kernel/ids";
import type { Locale, StaffText } from "#kernel/locale";
import type { Money } from "#kernel/money";
import type { InvoicedOrganisation, PostalAddress } from "#kernel/organisation";
import type { TransactionPart } from "#kernel/transaction-part";
import type { VatAllocation } from "#kernel/vat";
import type { Order } from "../domain/order.ts";
import type { GoodsOnSale } from "../domain/place-order.ts";

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
 * Writes the order, reserves its goods, records what is to be invoiced, and the fact that it is confirmed.
 *
 * @throws DomainError `too-much-for-one-order`
 */
export type ArrangeOrder = (arranged: ArrangedOrder) => {
  readonly order: Order;
  readonly parts: readonly TransactionPart[];
};

/** A new order number, as every order has. */
export type NewOrderNumber = () => OrderNumber;
