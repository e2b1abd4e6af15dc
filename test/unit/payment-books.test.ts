import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plusSeconds, toInstant } from "#kernel/clock";
import { OrderNumber } from "#kernel/ids";
import { ore, sum } from "#kernel/money";
import { newOrderNumber } from "#kernel/order-number";
import { moneyOf, recordDispute, recordRefunds, refundsFor } from "#payment/domain/books";
import { type Capture, newPayment, Payment, type Refund } from "#payment/domain/payment";
import { systemRandom } from "#platform/random";

const now = toInstant(Date.UTC(2026, 10, 2, 9));
const orderNumber = OrderNumber.parse(newOrderNumber(systemRandom));

function capture(paymentIntentId: string, amount: number, currency = "nok"): Capture {
  return { paymentIntentId, amount: ore(amount), currency, capturedAt: now, quarantined: false };
}

function paid(...captures: Capture[]): Payment {
  return { ...newPayment(orderNumber, now), state: "paid", captures };
}

function refund(refundId: string, amount: number, status: Refund["status"] = "succeeded", of = "pi_1"): Refund {
  return { refundId, paymentIntentId: of, amount: ore(amount), madeAt: now, status };
}

describe("the books of a payment", () => {
  test("count every capture in NOK, and every refund that has not failed", () => {
    const payment = paid(capture("pi_1", 1000), capture("pi_2", 1000), capture("pi_3", 99, "eur"));
    const told = [refund("re_1", 300), refund("re_2", 200, "failed"), refund("re_3", 1000, "pending", "pi_2")];
    expect(moneyOf(recordRefunds(payment, told, now).payment)).toMatchObject({ paid: 700, refundFailed: 200 });
  });

  test("come to the same in whatever order and however often Stripe tells of a refund", () => {
    const payment = paid(capture("pi_1", 1000));
    const states = fc.constantFrom<Refund["status"]>("pending", "succeeded", "failed");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("re_1", "re_2"), states), { minLength: 1, maxLength: 12 }),
        (news) => {
          const told = news.map(([id, status]) => refund(id, 400, status));
          const onceEach = told.reduce((books, each) => recordRefunds(books, [each], now).payment, payment);
          const backwards = recordRefunds(payment, [...told, ...told].reverse(), now).payment;
          expect(moneyOf(backwards)).toEqual(moneyOf(onceEach));
        },
      ),
    );
  });

  test("tell of each refund once, and of its failure once", () => {
    const payment = paid(capture("pi_1", 1000));
    const first = recordRefunds(payment, [refund("re_1", 400)], now);
    const failed = recordRefunds(first.payment, [refund("re_1", 400, "failed")], now);
    const again = recordRefunds(failed.payment, [refund("re_1", 400), refund("re_1", 400, "failed")], now);
    expect([first, failed, again].map(({ made, failed }) => [made.length, failed.length])).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
    expect(again.payment).toBe(failed.payment);
  });

  test("never pay back more than owed, than the order has too much, or than is left of a payment", () => {
    const amounts = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(
        fc.array(amounts, { minLength: 1, maxLength: 4 }),
        amounts,
        amounts,
        amounts,
        (captured, back, owed, kept) => {
          const payment = paid(...captured.map((amount, index) => capture(`pi_${index}`, amount)));
          const before = recordRefunds(
            payment,
            [refund("re_0", Math.min(back, captured[0] ?? 0), "pending", "pi_0")],
            now,
          ).payment;
          const refunds = refundsFor(before, { amount: owed }, ore(kept));
          const total = sum(refunds.map((each) => each.amount));
          expect(total).toBe(Math.max(0, Math.min(owed, moneyOf(before).paid - kept)));
          const after = recordRefunds(
            before,
            refunds.map((each, index) => refund(`re_${index + 1}`, each.amount, "pending", each.paymentIntentId)),
            now,
          ).payment;
          for (const each of refunds) expect(each.amount).toBeGreaterThan(0);
          expect(moneyOf(after).paid).toBe(moneyOf(before).paid - total);
        },
      ),
    );
  });

  test("show when money last came or went back, whatever order it is told in", () => {
    const [earlier, later] = [plusSeconds(now, 60), plusSeconds(now, 90)];
    const told = [
      { ...refund("re_1", 300), madeAt: later },
      { ...refund("re_2", 200), madeAt: earlier },
    ];
    expect(moneyOf(recordRefunds(paid(capture("pi_1", 1000)), told, now).payment).movedAt).toBe(later);
    expect(moneyOf(paid()).movedAt).toBeUndefined();
  });

  test("show when a refund failed or a dispute ended, once: each is a voucher of its own year", () => {
    const [later, latest] = [plusSeconds(now, 60), plusSeconds(now, 90)];
    const made = recordRefunds(paid(capture("pi_1", 1000)), [refund("re_1", 300)], later).payment;
    expect(moneyOf(made).movedAt).toBe(now);
    const failed = recordRefunds(made, [refund("re_1", 300, "failed")], later).payment;
    expect(moneyOf(failed).movedAt).toBe(later);
    expect(moneyOf(recordRefunds(failed, [refund("re_1", 300, "failed")], latest).payment).movedAt).toBe(later);
    for (const status of ["won", "lost"] as const) {
      const dispute = { disputeId: "du_1", paymentIntentId: "pi_1", status };
      const open = recordDispute(failed, { ...dispute, status: "open" }, latest);
      expect(moneyOf(open).movedAt).toBe(later);
      expect(moneyOf(recordDispute(open, dispute, latest)).movedAt).toBe(latest);
    }
    expect(Payment.parse({ ...made, refunds: [refund("re_1", 300, "failed")] }).refunds).toHaveLength(1);
  });

  test("show an open dispute, and one that has ended doesn't open again", () => {
    const later = plusSeconds(now, 60);
    const dispute = { disputeId: "du_1", paymentIntentId: "pi_1", status: "open" as const };
    const open = recordDispute(paid(capture("pi_1", 1000)), dispute, now);
    expect(moneyOf(open).dispute).toBe("open");
    const lost = recordDispute(open, { ...dispute, status: "lost" }, later);
    expect(moneyOf(recordDispute(lost, dispute, now))).toEqual({
      paid: 1000,
      refundFailed: 0,
      dispute: "lost",
      movedAt: later,
    });
  });
});
