import type Stripe from "stripe";
import { forSale } from "#catalogue/store/for-sale";
import { stockParts } from "#catalogue/store/stock-parts";
import { systemClock } from "#kernel/clock";
import { settlement } from "#ordering/app/settlement";
import { orders } from "#ordering/store/orders";
import { closeUnpaidOrderUseCase } from "#payment/app/close-unpaid-order";
import { recordRefundsUseCase } from "#payment/app/record-refunds";
import { settleCheckoutUseCase } from "#payment/app/settle-checkout";
import { payments } from "#payment/store/payments";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { stripeCheckout } from "#platform/stripe/checkout";
import { stripeRefunds } from "#platform/stripe/refunds";
import { placeParts, placeReads } from "#registration/store/place-parts";

/** What all of payment's functions are made of. */
export function wirePayment(table: Table, stripe: Stripe) {
  const store = orders(table);
  const ports = {
    unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
    payments: payments(table),
    stripe: stripeCheckout(stripe),
    stripeRefunds: stripeRefunds(stripe),
    settlement: settlement({
      orders: store,
      placeReads: placeReads(table),
      placeParts: placeParts(),
      stock: stockParts(),
      forSale: forSale(table),
    }),
  };
  const settling = { ...ports, settleCheckout: settleCheckoutUseCase(ports) };
  return {
    ...settling,
    closeUnpaidOrder: closeUnpaidOrderUseCase(settling),
    recordRefunds: recordRefundsUseCase(settling),
  };
}
