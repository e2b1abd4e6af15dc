import { expect, test } from "vitest";
import { toInstant } from "#kernel/clock";
import { OrderNumber } from "#kernel/ids";
import { kroner, ore } from "#kernel/money";
import { newOrderNumber } from "#kernel/order-number";
import { newPayment } from "#payment/domain/payment";
import { type Owed, settleCheckout } from "#payment/domain/settle-checkout";
import { systemRandom } from "#platform/random";

const NOW = toInstant(Date.UTC(2026, 10, 2, 9));

function paid(status: Owed["status"], amount: number, currency = "nok") {
  const payment = newPayment(OrderNumber.parse(newOrderNumber(systemRandom)), NOW);
  const session = {
    sessionId: "cs_1",
    status: "complete" as const,
    paymentStatus: "paid" as const,
    paymentFailed: false,
    amount: ore(amount),
    currency,
    paymentIntentId: "pi_1",
  };
  return settleCheckout(payment, session, { total: kroner(950), status }, NOW).kind;
}

test.each([
  ["awaiting-payment", "paid", "quarantined"],
  ["expired", "paid", "refund-owed"],
  ["confirmed", "refund-owed", "refund-owed"],
  ["cancelled", "refund-owed", "refund-owed"],
] as const)("money for an order that is %s: the right amount is %s, another one %s", (status, right, wrong) => {
  expect([paid(status, 95_000), paid(status, 100)]).toEqual([right, wrong]);
});

test.each(["awaiting-payment", "expired", "confirmed", "cancelled"] as const)(
  "another currency is for a person, also when the order is %s: we pay back kroner only",
  (status) => {
    expect(paid(status, 95_000, "eur")).toBe("quarantined");
  },
);
