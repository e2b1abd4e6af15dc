import type { Instant } from "#kernel/clock";
import type { OfferingId } from "#kernel/ids";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { InvoiceBases } from "#ordering/ports/invoice-bases";
import type { Orders } from "#ordering/ports/orders";
import type { Place, PlaceParts } from "#registration/ports/places";
import { cancelLines } from "../domain/cancel.ts";
import { isActive, type Order, paysForAllOf } from "../domain/order.ts";
import { serviceCancelled } from "../events/service-cancelled.ts";
import { servicePlacesCancelled } from "../events/service-places-cancelled.ts";

export interface CallOffServicePorts {
  readonly orders: Orders;
  readonly placeParts: PlaceParts;
  readonly invoiceBases: InvoiceBases;
}

/** What calling a whole course off does to the order that pays for it, and to its participants' places. */
export function callOffService({ orders, placeParts, invoiceBases }: CallOffServicePorts) {
  async function cancelled(order: Order, offeringId: OfferingId, now: Instant): Promise<TransactionPart[]> {
    const lines = order.lines.filter(
      (line) => line.kind === "service" && line.offeringId === offeringId && isActive(line),
    );
    if (order.status !== "confirmed" || lines.length === 0) return [];
    const after = cancelLines(order, lines, now);
    const { orderNumber, payment } = order;
    const invoice = payment === "invoice" ? await invoiceBases.withoutLines(orderNumber, after.lines, now) : [];
    const orderCancelled = after.order.status === "cancelled";
    const fact = serviceCancelled.of({ orderNumber, offeringId, owedBackOre: after.owedBack, orderCancelled });
    return [orders.replace(order, after.order), ...invoice, record(fact)];
  }

  return {
    /** The course's price comes off its orders' invoices. */
    async ordersOf(offeringId: OfferingId, now: Instant): Promise<TransactionPart[]> {
      const paying = await orders.payingFor(offeringId);
      return (await Promise.all(paying.map((order) => cancelled(order, offeringId, now)))).flat();
    },
    /** Those of the places that have no line of their own in the order that pays for the course. */
    placesOf(places: readonly Place[], found: readonly Order[], offeringId: OfferingId): TransactionPart[] {
      return found
        .filter((order) => paysForAllOf(order, offeringId))
        .flatMap(({ orderNumber }) => {
          const here = places.filter((place) => place.orderNumber === orderNumber);
          const placeIds = here.map(({ placeId }) => placeId);
          return [placeParts.cancel(here), record(servicePlacesCancelled.of({ orderNumber, offeringId, placeIds }))];
        });
    },
  };
}
