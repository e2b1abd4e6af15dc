import type { CountedOrder } from "#ordering/ports/recount";
import type { CountedPayment } from "#payment/ports/recount";
import type { Check, Finding } from "../recount.ts";

const MEND =
  "Look the order up at Stripe by its number. What was captured or refunded there and isn't here comes by sending its event again (Stripe's dashboard, Developers, Events). Money that should be back goes by a refund there.";

/** Captured minus refunded is what the order says is paid, and that is what it owes (rule 3). */
export const moneyCheck: Check = {
  rule: "money",
  find(recount, judged) {
    const payments = new Map(recount.of("payment").map((payment) => [payment.orderNumber, payment]));
    const orders = recount.of("order");
    const known = new Set(orders.map(({ orderNumber }) => orderNumber));
    return [
      ...orders.flatMap((order): Finding[] => {
        const payment = payments.get(order.orderNumber);
        const changedAt = [order.changedAt, payment?.capturedAt ?? order.changedAt].toSorted().at(-1);
        const faults = [
          ...notAsBooked(order, payment),
          // What is owed back goes by an event.
          ...(changedAt !== undefined && changedAt <= judged.until ? notAsOwed(order, payment) : []),
        ];
        return faults.map((says) => ({ says, mend: MEND, rows: payment ? [order, payment] : [order] }));
      }),
      ...[...payments.values()]
        .filter(({ orderNumber, captured }) => captured > 0 && !known.has(orderNumber))
        .map((row) => ({
          says: `${row.captured} were captured for ${row.orderNumber}, which is gone`,
          mend: MEND,
          rows: [row],
        })),
    ];
  },
};

function notAsBooked({ orderNumber, paid }: CountedOrder, payment: CountedPayment | undefined): string[] {
  const kept = (payment?.captured ?? 0) - (payment?.refunded ?? 0);
  return paid === kept ? [] : [`${orderNumber} says ${paid} is paid, and its payment ${kept}`];
}

/** More may be there as long as a person has to see to it; less, by what somebody gave back by hand. */
function notAsOwed(
  { orderNumber, status, payment: by, total, paid }: CountedOrder,
  payment: CountedPayment | undefined,
): string[] {
  const owed = by === "card" && status === "confirmed" ? total : 0;
  const surplus = paid - owed;
  const explained = surplus <= (payment?.waiting ?? 0) && -surplus <= (payment?.refundedByHand ?? 0);
  return explained ? [] : [`${orderNumber} is ${status} and should have ${owed} of money, not ${paid}`];
}
