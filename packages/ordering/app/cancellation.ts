import type { SeatReturns } from "#agreements/ports/seats";
import type { StockParts } from "#catalogue/ports/stock";
import { record } from "#kernel/transaction-part";
import type { CancelPlacesOf } from "#ordering/ports/cancellation";
import type { InvoiceBases } from "#ordering/ports/invoice-bases";
import type { Orders } from "#ordering/ports/orders";
import type { PlaceParts, PlaceReads } from "#registration/ports/places";
import { cancelLines, placeLinesOf } from "../domain/cancel.ts";
import { placesCancelled } from "../events/places-cancelled.ts";

export interface CancellationPorts {
  readonly orders: Orders;
  readonly placeReads: PlaceReads;
  readonly placeParts: PlaceParts;
  readonly stock: StockParts;
  readonly invoiceBases: InvoiceBases;
  readonly seatReturns: SeatReturns;
}

/** Cancels places of an order, whoever does it and why. */
export function cancellation(ports: CancellationPorts): CancelPlacesOf {
  const { orders, placeReads, placeParts, stock, invoiceBases, seatReturns } = ports;
  return async (order, placeIds, { why, by, seats, now }) => {
    const lines = placeLinesOf(order, placeIds);
    const cancelled = cancelLines(order, lines, now);
    const { orderNumber, payment } = order;
    const [places, invoice] = await Promise.all([
      placeReads.load(lines),
      payment === "invoice" ? invoiceBases.withoutLines(orderNumber, cancelled.lines, now) : [],
    ]);
    const givenBack = seats === "give-back" ? places : [];
    return {
      parts: [
        orders.replace(order, cancelled.order),
        placeParts.cancel(places),
        ...givenBack.flatMap(({ seat, offeringId }) => (seat ? [seatReturns.giveBack(seat, offeringId, by, now)] : [])),
        // What was handed out lies in somebody's bag, and not on the shelf.
        ...places
          .flatMap(({ goods, handedOut }) => (handedOut ? [] : goods))
          .map(({ productId }) => stock.release(productId, 1)),
        ...invoice,
        record(
          placesCancelled.of({
            orderNumber,
            placeIds: lines.map((line) => line.placeId),
            why,
            payment,
            owedBackOre: cancelled.owedBack,
            orderCancelled: cancelled.order.status === "cancelled",
          }),
        ),
      ],
      after: cancelled.order,
      owedBack: cancelled.owedBack,
    };
  };
}
