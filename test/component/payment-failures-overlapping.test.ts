import { describe, expect, test } from "vitest";
import { kroner } from "#kernel/money";
import { type PayBack, payBackUseCase } from "#payment/app/pay-back";
import { refundOwed } from "#payment/events/refund-owed";
import { count } from "#test/counts";
import { decideTogether } from "#test/decide-together";
import { takeAway } from "#test/guards";
import { ONCE, openTakings as open } from "#test/takings";

/**
 * Money that no order needs goes back once, and three guards in three places overlap to see to it: taken away one at a time
 * each is made up for by the others, so that only all three away show that there are no more. By payments.md: failure 5, and 7.
 */

type Takings = Awaited<ReturnType<typeof open>>;

/** How often one event is told, all at once. */
const TOLD = 3;

/** A second session's money for an order that is paid, or for one that has ended; its event comes `TOLD` times at once. */
async function unwanted(till: Takings, order: "paid" | "ended", isOnce: boolean) {
  const placed = order === "paid" ? await till.orderAndPay() : await till.order();
  if (order === "paid") await till.deliver();
  else {
    const first = await till.checkout(placed);
    await till.stripe.stripe.checkout.sessions.expire(first);
    await till.pass(36 * 60);
    await till.closeUnpaidOrder(till.shop.origin(), placed.orderNumber);
    // Whoever takes all the places leaves none for the late one.
    for (let free = await till.free(); free > 0; free -= 1) await till.order();
  }
  const second = await till.stripe.session({
    client_reference_id: placed.orderNumber,
    payment_intent_data: { metadata: { orderNumber: placed.orderNumber } },
  });
  till.stripe.control.pay(second.id);
  const told = await till.toldOf("checkout.session.completed");
  if (!isOnce) {
    takeAway(till.shop.table, ONCE);
    decideTogether(till.shop.table, TOLD);
  }
  await till.postAtOnce(told, TOLD);
  return placed;
}

/** Hands every fact that owes money on, one after the other; answers how many. */
async function handOn({ shop }: Takings, payBack: PayBack): Promise<number> {
  const facts = await shop.facts(refundOwed.type);
  for (const { id, data } of facts) {
    await payBack({ ...shop.origin(), delivery: { context: "payment", eventId: id } }, refundOwed.data.parse(data));
  }
  return facts.length;
}

/** Whether `work` was refused by Stripe itself. */
async function refusedByStripe(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => false,
    (error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "charge_already_refunded") return true;
      throw error;
    },
  );
}

describe("5. the customer pays twice (two tabs)", () => {
  const GUARDS = ["one fact a payment", "of that payment only", "no more than is too much"] as const;

  /** What is left of an order that is paid twice, when these guards are away. */
  async function paidTwice(away: readonly (typeof GUARDS)[number][]) {
    const till = await open();
    const placed = await unwanted(till, "paid", !away.includes("one fact a payment"));
    const { settlement } = till.ports;
    const generous = payBackUseCase({
      ...till.ports,
      recordRefunds: till.recordRefunds,
      settlement: away.includes("no more than is too much")
        ? { ...settlement, load: async (number) => spared(await settlement.load(number)) }
        : settlement,
    });
    const payBack: PayBack = (origin, { paymentIntentId, ...owed }) =>
      generous(origin, away.includes("of that payment only") || !paymentIntentId ? owed : { ...owed, paymentIntentId });
    const facts = await handOn(till, payBack);
    return { facts, atStripe: await till.atStripe(), ...(await till.state(placed)) };
  }

  /** An order that may keep nothing of what came for it. */
  function spared<Order extends { readonly total: number }>(order: Order | undefined) {
    return order && { ...order, total: kroner(0) };
  }

  const RIGHT = { status: "confirmed", paid: kroner(950), atStripe: kroner(950) };

  test("with every guard, what was paid too much goes back", async () => {
    expect(await paidTwice([])).toEqual({ ...RIGHT, facts: 1 });
  });

  test.each(GUARDS)("two guards make up for the third: without `%s`", async (guard) => {
    expect(await paidTwice([guard])).toMatchObject(RIGHT);
  });

  test("negative control: without all three, an order is confirmed that nobody has paid for", async (context) => {
    const nothing = { status: "confirmed", paid: kroner(0), atStripe: kroner(0) };
    expect(await paidTwice(GUARDS)).toEqual({ ...nothing, facts: TOLD });
    count(context, "payment failures' negative controls", 1);
  });
});

describe("7. money that comes after its order has ended", () => {
  const GUARDS = ["one fact a payment", "Stripe's own list, and the books", "one key a fact"] as const;

  /** What comes of a late payment, when these guards are away: whether Stripe had to refuse, and what is left. */
  async function late(away: readonly (typeof GUARDS)[number][]) {
    const till = await open(1);
    const placed = await unwanted(till, "ended", !away.includes("one fact a payment"));
    const { stripeRefunds, payments } = till.ports;
    const asked: string[] = [];
    const isBlind = away.includes("Stripe's own list, and the books");
    const payBack = payBackUseCase({
      ...till.ports,
      recordRefunds: till.recordRefunds,
      payments: isBlind ? { ...payments, get: async (number) => unrefunded(await payments.get(number)) } : payments,
      stripeRefunds: {
        ...stripeRefunds,
        ...(isBlind && { list: async () => [] }),
        create: (refund) => {
          const owedBy = away.includes("one key a fact") ? crypto.randomUUID() : refund.owedBy;
          asked.push(owedBy);
          return stripeRefunds.create({ ...refund, owedBy });
        },
      },
    });
    const refused = await refusedByStripe(handOn(till, payBack).then(() => handOn(till, payBack)));
    return { refused, asked: new Set(asked).size, atStripe: await till.atStripe(), ...(await till.state(placed)) };
  }

  function unrefunded<Payment extends { readonly refunds: readonly unknown[] }>(payment: Payment | undefined) {
    return payment && { ...payment, refunds: [] };
  }

  const BACK = { status: "expired", paid: 0, atStripe: 0 };

  test("with every guard, Stripe is asked for one refund", async () => {
    expect(await late([])).toEqual({ ...BACK, refused: false, asked: 1 });
  });

  test.each(GUARDS)("two guards make up for the third: without `%s`", async (guard) => {
    expect(await late([guard])).toMatchObject({ ...BACK, refused: false });
  });

  test("negative control: without all three, only Stripe's refusal keeps the same money from going back again", async (context) => {
    const { refused, asked } = await late(GUARDS);
    expect({ refused, isAskedAgain: asked > 1 }).toEqual({ refused: true, isAskedAgain: true });
    count(context, "payment failures' negative controls", 1);
  });

  test("negative control: without the condition on free places, it gets a place that is somebody else's", async (context) => {
    const till = await open(1);
    takeAway(till.shop.table, [{ item: / CAPACITY$/, condition: /^(free|open)/ }]);
    const placed = await unwanted(till, "ended", true);
    expect(await till.state(placed)).toEqual({ status: "confirmed", paid: kroner(950) });
    expect(await till.free()).toBe(-1);
    count(context, "payment failures' negative controls", 1);
  });
});
