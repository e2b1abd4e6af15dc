import type Stripe from "stripe";
import { stockParts } from "#catalogue/store/stock-parts";
import { systemClock } from "#kernel/clock";
import { settlement } from "#ordering/app/settlement";
import { orders } from "#ordering/store/orders";
import { closeUnpaidOrderUseCase } from "#payment/app/close-unpaid-order";
import { settleCheckoutUseCase } from "#payment/app/settle-checkout";
import { payments } from "#payment/store/payments";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { stripeCheckout } from "#platform/stripe/checkout";
import { placeParts, placeReads } from "#registration/store/place-parts";

/** What both of payment's functions are made of. */
export function wirePayment(table: Table, stripe: Stripe) {
  const store = orders(table);
  const ports = {
    unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
    orders: store,
    payments: payments(table),
    stripe: stripeCheckout(stripe),
    settlement: settlement({
      orders: store,
      placeReads: placeReads(table),
      placeParts: placeParts(),
      stock: stockParts(),
    }),
  };
  const settleCheckout = settleCheckoutUseCase(ports);
  return { ...ports, settleCheckout, closeUnpaidOrder: closeUnpaidOrderUseCase({ ...ports, settleCheckout }) };
}
