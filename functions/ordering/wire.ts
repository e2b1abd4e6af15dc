import { seatParts } from "#agreements/store/seats";
import { forSale } from "#catalogue/store/for-sale";
import { stockParts } from "#catalogue/store/stock-parts";
import { systemClock } from "#kernel/clock";
import { OrderNumber } from "#kernel/ids";
import { newOrderNumber } from "#kernel/order-number";
import type { Seller } from "#kernel/seller";
import { arrangeOrderUseCase } from "#ordering/app/arrange-order";
import { cancellation } from "#ordering/app/cancellation";
import { placeOrderUseCase } from "#ordering/app/place-order";
import type { ArrangeOrder, NewOrderNumber } from "#ordering/ports/arranged-orders";
import { invoiceBases } from "#ordering/store/invoice-bases";
import { orders } from "#ordering/store/orders";
import { checkoutParts } from "#payment/store/payments";
import { mailProofParts } from "#people/store/mail-codes";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { placeParts, placeReads } from "#registration/store/place-parts";
import { wireTakePlaces } from "../registration/wire.ts";

/** What all of ordering's functions are made of. */
export function wireOrdering(table: Table) {
  const ports = {
    unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
    forSale: forSale(table),
    orders: orders(table),
    placeReads: placeReads(table),
    placeParts: placeParts(),
    stock: stockParts(),
    invoiceBases: invoiceBases(table),
    seatReturns: seatParts(),
    clock: systemClock,
    random: systemRandom,
  };
  return { ...ports, cancelPlacesOf: cancellation(ports) };
}

/** Orders that other contexts arrange, in their transactions. */
export function wireArrangedOrders(
  table: Table,
  from: { readonly seller: Seller },
): { readonly arrangeOrder: ArrangeOrder; readonly newOrderNumber: NewOrderNumber } {
  return {
    arrangeOrder: arrangeOrderUseCase({ ...wireOrdering(table), seller: from.seller }),
    newOrderNumber: () => OrderNumber.parse(newOrderNumber(systemRandom)),
  };
}

/** How an order is placed: over the API, and from the page of an offered place. */
export function wirePlaceOrder(table: Table, from: { readonly municipalityDomain: string; readonly seller: Seller }) {
  return placeOrderUseCase({
    ...wireOrdering(table),
    takePlaces: wireTakePlaces(table, from.municipalityDomain),
    checkout: checkoutParts(),
    mailProofs: mailProofParts(),
    seller: from.seller,
  });
}
