import * as z from "zod";
import { type Caller, hasRole } from "#kernel/caller";
import { Instant } from "#kernel/clock";
import { AccessKey } from "#kernel/id";
import { OfferingId, OrderNumber, PlaceId, ProductId, TicketTypeId } from "#kernel/ids";
import { Locale, StaffText } from "#kernel/locale";
import { Money, sum, ZERO } from "#kernel/money";
import { PostalAddress } from "#kernel/organisation";
import { VatPart } from "#kernel/vat";
import { Buyer } from "./buyer.ts";

const lineFields = {
  /** The line's number within its order, from 1. */
  line: z.int().min(1),
  title: StaffText,
  unitPrice: Money,
  /** Øre, VAT included: what the line costs as long as it isn't cancelled. */
  amount: Money,
  vat: z.array(VatPart),
  cancelledAt: Instant.optional(),
};

export const GoodsLine = z.object({
  ...lineFields,
  kind: z.literal("goods"),
  productId: ProductId,
  quantity: z.int().min(1),
  weightGrams: z.int().min(0),
  shipped: z.int().min(0),
});
export type GoodsLine = z.infer<typeof GoodsLine>;

export const PlaceLine = z.object({
  ...lineFields,
  kind: z.literal("place"),
  offeringId: OfferingId,
  ticketTypeId: TicketTypeId,
  placeId: PlaceId,
  startsAt: Instant,
  /** Where, for what is held in a room. */
  venue: z.string().optional(),
});
export type PlaceLine = z.infer<typeof PlaceLine>;

/** A whole course at one price, such as one at a workplace: its participants have places, but no lines of their own. */
export const ServiceLine = z.object({
  ...lineFields,
  kind: z.literal("service"),
  offeringId: OfferingId,
  startsAt: Instant,
  venue: z.string().optional(),
});
export type ServiceLine = z.infer<typeof ServiceLine>;

const FreightLine = z.object({ ...lineFields, kind: z.literal("freight") });

export const OrderLine = z.discriminatedUnion("kind", [GoodsLine, PlaceLine, ServiceLine, FreightLine]);
export type OrderLine = z.infer<typeof OrderLine>;

/** Goods sent together: a part of an order, or all of it. */
export const Shipment = z.object({
  /** The shipment's number within its order, from 1. */
  shipment: z.int().min(1),
  sentAt: Instant,
  lines: z.array(z.object({ line: z.int().min(1), quantity: z.int().min(1) })).min(1),
  trackingNumber: z.string().optional(),
});
export type Shipment = z.infer<typeof Shipment>;

/**
 * The states of an order, and where each may go. Only a card order waits to be paid; what is `expired` may still come to
 * life by a late payment; `cancelled` is an order of which nothing is left.
 */
export const TRANSITIONS = {
  "awaiting-payment": ["confirmed", "expired"],
  confirmed: ["cancelled"],
  expired: ["confirmed"],
  cancelled: [],
} as const satisfies Record<OrderStatus, readonly OrderStatus[]>;

export const OrderStatus = z.enum(["awaiting-payment", "confirmed", "expired", "cancelled"]);
export type OrderStatus = z.infer<typeof OrderStatus>;

/** The one unit of money: lines of goods, of places and of whole courses, frozen when the order was placed. */
export const Order = z.object({
  orderNumber: OrderNumber,
  key: AccessKey,
  placedAt: Instant,
  locale: Locale,
  buyer: Buyer,
  deliveryAddress: PostalAddress.optional(),
  payment: z.enum(["card", "invoice", "free"]),
  status: OrderStatus,
  hold: z.object({ endsAt: Instant, extended: z.boolean() }).optional(),
  confirmedAt: Instant.optional(),
  lines: z.array(OrderLine).min(1),
  /** What is owed for the lines that stand, in øre, VAT included. */
  total: Money,
  /** Captured minus refunded (rule 3). */
  paid: Money,
  /** Øre that should have gone back and did not: the bank refused, and a person has to find another way. */
  refundFailed: Money.optional(),
  /** The buyer's bank takes the payment back, or tried to. A flag of its own: the order's status stays what it is. */
  dispute: z.enum(["open", "won", "lost"]).optional(),
  /** When the last of it was paid, or went back: each is a voucher of its own. */
  moneyMovedAt: Instant.optional(),
  shipments: z.array(Shipment).optional(),
  version: z.int().min(1),
});
export type Order = z.infer<typeof Order>;

/** An order is its buyer's, by the key in the mail's link, and the administrators'. To anyone else it doesn't exist. */
export function maySee(order: Pick<Order, "key">, caller: Caller): boolean {
  return caller.kind === "guest" ? caller.key === order.key : hasRole(caller, "administrator");
}

/** What may be kept of the money that came for an order; anything above goes back. */
export function mayKeep(order: Pick<Order, "status" | "total">): Money {
  return order.status === "expired" || order.status === "cancelled" ? ZERO : order.total;
}

/** Whether the order pays for a whole course: its participants' places have no lines of their own. */
export function paysForAllOf({ lines }: Pick<Order, "lines">, offeringId: OfferingId): boolean {
  return lines.some((line) => line.kind === "service" && line.offeringId === offeringId);
}

export function isActive(line: OrderLine): boolean {
  return line.cancelledAt === undefined;
}

/** Every order's total equals its lines (rule 3). */
export function totalOf(lines: readonly OrderLine[]): Money {
  return sum(lines.filter(isActive).map((line) => line.amount));
}

/** VAT by category, as a receipt must show it (bokføringsforskriften § 5-1-1 no. 7). */
export function vatSummary(lines: readonly OrderLine[]): VatPart[] {
  const byCategory = new Map<string, VatPart>();
  for (const part of lines.filter(isActive).flatMap((line) => line.vat)) {
    const before = byCategory.get(part.category);
    byCategory.set(
      part.category,
      before
        ? { ...before, net: before.net + part.net, vat: before.vat + part.vat, gross: before.gross + part.gross }
        : part,
    );
  }
  return [...byCategory.values()];
}
