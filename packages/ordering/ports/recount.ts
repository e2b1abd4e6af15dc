import type { Instant } from "#kernel/clock";
import type { OfferingId, PlaceId, ProductId } from "#kernel/ids";
import type { Seen } from "#kernel/seen";
import type { Order, OrderLine } from "../domain/order.ts";

interface CountedLine extends Pick<OrderLine, "line" | "amount" | "cancelledAt"> {
  /** The parts of its VAT summed up, in øre. */
  readonly gross: number;
  /** Whether net and VAT of each part make its gross. */
  readonly splitsUp: boolean;
}

/** An order's money, and what its lines are for. */
export interface CountedOrder
  extends Seen,
    Pick<Order, "orderNumber" | "status" | "payment" | "total" | "paid" | "confirmedAt" | "version"> {
  readonly kind: "order";
  /** When it was placed, confirmed, or something of it cancelled last. */
  readonly changedAt: Instant;
  readonly lines: readonly CountedLine[];
  readonly places: readonly { readonly placeId: PlaceId; readonly cancelledAt: Instant | undefined }[];
  readonly courses: readonly { readonly offeringId: OfferingId; readonly cancelledAt: Instant | undefined }[];
  /** Goods of lines that stand, in pieces. */
  readonly goods: readonly { readonly productId: ProductId; readonly quantity: number; readonly shipped: number }[];
}

/** What ordering offers to a recount of its rows. */
export type OrderingRow = CountedOrder;
