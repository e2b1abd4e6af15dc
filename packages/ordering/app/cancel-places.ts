import * as z from "zod";
import type { ForSale } from "#catalogue/ports/for-sale";
import type { StockParts } from "#catalogue/ports/stock";
import { type Caller, hasRole } from "#kernel/caller";
import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { OrderNumber, PlaceId } from "#kernel/ids";
import { Money } from "#kernel/money";
import type { Origin } from "#kernel/origin";
import { part, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { InvoiceBases } from "#ordering/ports/invoice-bases";
import type { Orders } from "#ordering/ports/orders";
import type { PlaceParts, PlaceReads } from "#registration/ports/places";
import { cancelLines, placeLinesOf, refuseAfterDeadline } from "../domain/cancel.ts";
import { maySee, type Order, type PlaceLine } from "../domain/order.ts";
import { MAX_PLACES } from "../domain/place-order.ts";
import { placesCancelled } from "../events/places-cancelled.ts";

export const CancelPlacesCommand = z.strictObject({ placeIds: z.array(PlaceId).min(1).max(MAX_PLACES) });

export const PlacesCancelledAnswer = z.object({
  orderNumber: OrderNumber,
  status: z.string(),
  /** What is owed for what is left, in øre. */
  total: Money,
  /** What goes back to the card, or comes off the invoice, in øre. */
  owedBack: Money,
});

export interface CancellationPorts {
  readonly orders: Orders;
  readonly placeReads: PlaceReads;
  readonly placeParts: PlaceParts;
  readonly stock: StockParts;
  readonly invoiceBases: InvoiceBases;
}

export type CancelPlaces = (
  origin: Origin,
  orderNumber: OrderNumber,
  command: z.infer<typeof CancelPlacesCommand>,
  caller: Caller,
) => Promise<z.infer<typeof PlacesCancelledAnswer>>;

/**
 * Cancels some places of an order: they are free again, their goods back in stock, and their money owed back; the others
 * stay. A buyer may do so until the offering's deadline, an administrator also after it.
 *
 * @throws DomainError `not-found`, `order-not-confirmed`, `place-not-in-order`, `place-already-cancelled`,
 *   `cancellation-deadline-passed`
 */
export function cancelPlacesUseCase(
  ports: CancellationPorts & { readonly unitOfWork: UnitOfWork; readonly forSale: ForSale },
): CancelPlaces {
  const { unitOfWork, orders, forSale } = ports;
  const cancel = placeCancellation(ports);
  return (origin, orderNumber, { placeIds }, caller) =>
    unitOfWork.run(origin, PlacesCancelledAnswer, async () => {
      const order = await orders.get(orderNumber);
      if (!order || !maySee(order, caller)) throw refusal("not-found", {});
      const now = unitOfWork.clock();
      const lines = placeLinesOf(order, placeIds);
      const byAdministrator = hasRole(caller, "administrator");
      if (!byAdministrator) {
        const asked = { products: [], offerings: [...new Set(lines.map((line) => line.offeringId))] };
        refuseAfterDeadline(lines, (await forSale.load(asked)).offerings, now);
      }
      const { parts, after, owedBack } = await cancel(
        order,
        lines,
        byAdministrator ? "by-administrator" : "by-buyer",
        now,
      );
      return { parts, answer: { orderNumber, status: after.status, total: after.total, owedBack } };
    });
}

/** All that belongs to cancelling places of a confirmed order, whoever cancels them. */
export function placeCancellation({ orders, placeReads, placeParts, stock, invoiceBases }: CancellationPorts) {
  return async (
    order: Order,
    lines: readonly PlaceLine[],
    why: "by-buyer" | "by-administrator" | "offering-cancelled",
    now: Instant,
  ): Promise<{ readonly parts: readonly TransactionPart[]; readonly after: Order; readonly owedBack: Money }> => {
    const cancelled = cancelLines(order, lines, now);
    const [places, invoice] = await Promise.all([
      placeReads.load(lines),
      order.payment === "invoice" ? invoiceBases.withoutLines(order.orderNumber, cancelled.lines, now) : [],
    ]);
    const { orderNumber, payment } = order;
    const fact = placesCancelled.of({
      orderNumber,
      placeIds: lines.map((line) => line.placeId),
      why,
      payment,
      owedBackOre: cancelled.owedBack,
      orderCancelled: cancelled.order.status === "cancelled",
    });
    return {
      parts: [
        orders.replace(order, cancelled.order),
        placeParts.cancel(places),
        ...places.flatMap((place) => place.goods.map(({ productId }) => stock.release(productId, 1))),
        ...invoice,
        part([], [fact]),
      ],
      after: cancelled.order,
      owedBack: cancelled.owedBack,
    };
  };
}
