import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADDRESS, type Placed } from "#local/demo/buying";
import type { Answer, Asked, Walk } from "#local/demo/walk";
import { seededProduct } from "#local/seed/seed";
import { OrderPlacedAnswer } from "#ordering/app/place-order";
import { OrderView } from "#ordering/http/order-view";
import { CheckoutStarted } from "#payment/app/start-checkout";
import { type JourneyRun, openJourney } from "#test/journey";

// An order by card, paid and told of by mail, with each of the functions' requests to AWS broken in turn: refused before
// it is done, or done and its answer lost. Client, Stripe, queues and sweeps try again; in the end the rules hold.

let run: JourneyRun;
beforeAll(async () => {
  run = await openJourney();
});
afterAll(() => run?.stop());

/** Asks until the answer is no server's error: the same request with the same idempotency key, as a good client does. */
async function insist(walk: Walk, method: string, path: string, asked: Asked): Promise<Answer> {
  for (let left = 5; ; left -= 1) {
    const answer = await walk.ask(method, path, asked);
    if (answer.status < 500 || left === 0) return answer;
  }
}

/** Orders one deck and pays for it. What follows from the payment may still be on its way. */
async function buyDeck(walk: Walk, attempt: string): Promise<Placed> {
  const buyer = walk.person("Fia Feilfri");
  const body = {
    buyer,
    deliveryAddress: { name: buyer.name, ...ADDRESS },
    goods: [{ productId: seededProduct("deck-children"), quantity: 1 }],
    payment: "card",
    expectedTotal: 100_00 + 79_00,
  };
  const placed = await insist(walk, "POST", "/orders", { body, idempotencyKey: attempt });
  const order = OrderPlacedAnswer.parse(placed.body);
  const checkout = { key: order.key, idempotencyKey: `${attempt}-checkout` };
  const started = await insist(walk, "POST", `/orders/${order.orderNumber}/checkout`, checkout);
  await walk.atStripe(CheckoutStarted.parse(started.body).url, "pay");
  return order;
}

describe.each(["before", "after"] as const)("with each request in turn broken %s it is done", (when) => {
  test("every order is confirmed, and the rules hold", { timeout: 120_000 }, async () => {
    const { faults } = run.product;
    const walk = run.walk();
    faults.breakRequest();
    const orders = [await buyDeck(walk, `${when}-unbroken`)];
    const requests = faults.requests;
    expect(requests).toBeGreaterThan(10);
    for (let request = 1; request <= requests; request += 1) {
      faults.breakRequest({ request, when });
      orders.push(await buyDeck(walk, `${when}-${request}`));
    }
    faults.breakRequest();
    // Queues hand a message out again after 3 minutes, Stripe sooner; a mail whose fate is unknown waits 15 for its event.
    for (let minutes = 0; minutes < 24; minutes += 4) await walk.pass(4 * 60);
    for (const { orderNumber, key } of orders) {
      const seen = await walk.get(OrderView, `/orders/${orderNumber}`, { key });
      expect(seen).toMatchObject({ status: "confirmed", paid: seen.total });
    }
    await run.expectRulesHold({ despiteFailures: true });
  });
});
