import type { PaymentRow } from "#payment/ports/recount";
import { type RowKind, rowKind } from "#platform/dynamo/row-kinds";
import { Payment } from "../domain/payment.ts";

export const paymentRows: readonly RowKind<PaymentRow>[] = [
  rowKind({ pk: "ORDER#", sk: "PAYMENT" }, Payment, ({ orderNumber, version, captures, refunds }, { key }) => {
    const counted = captures.filter(({ currency }) => currency === "nok");
    const failed = refunds.filter(({ status }) => status === "failed");
    const going = refunds.filter(
      ({ status, paymentIntentId }) =>
        status !== "failed" && counted.some((capture) => capture.paymentIntentId === paymentIntentId),
    );
    return {
      kind: "payment",
      key,
      orderNumber,
      version,
      captured: sum(counted),
      refunded: sum(going),
      refundedByHand: sum(going.filter(({ owedBy }) => owedBy === undefined)),
      waiting: sum(counted.filter(({ quarantined }) => quarantined)) + sum(failed),
      capturedAt: captures
        .map(({ capturedAt }) => capturedAt)
        .toSorted()
        .at(-1),
    };
  }),
];

function sum(amounts: readonly { readonly amount: number }[]): number {
  return amounts.reduce((so, { amount }) => so + amount, 0);
}
