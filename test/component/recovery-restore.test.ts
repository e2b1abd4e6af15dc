import { BatchWriteItemCommand, type WriteRequest } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { kroner, ZERO } from "#kernel/money";
import { KARI, ORDINARY } from "#test/shop";
import { openTill } from "#test/till";

let till: Awaited<ReturnType<typeof openTill>>;
beforeEach(async () => {
  till = await openTill();
  onTestFinished(() => till.stripe.close());
});

type Rows = Awaited<ReturnType<(typeof till)["shop"]["everything"]>>;

/** The table as it was: what a restore to that moment gives. Stripe and the clock go on. */
async function restore(rows: Rows): Promise<void> {
  const { client, name } = till.shop.table;
  const key = ({ pk, sk }: Rows[number]) => marshall({ pk, sk });
  const write = async (requests: readonly WriteRequest[]) => {
    for (let from = 0; from < requests.length; from += 25) {
      await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: requests.slice(from, from + 25) } }));
    }
  };
  await write((await till.shop.everything()).map((row) => ({ DeleteRequest: { Key: key(row) } })));
  await write(rows.map((row) => ({ PutRequest: { Item: marshall(row) } })));
}

async function orderAPlace() {
  const { offeringId } = await till.shop.offering();
  const place = { offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
  const command = { buyer: KARI, payment: "card" as const, goods: [], places: [place], expectedTotal: kroner(950) };
  return till.shop.placeOrder(till.shop.origin(), command, "nb");
}
const orderOf = ({ orderNumber }: Awaited<ReturnType<typeof orderAPlace>>) => till.shop.ports.orders.get(orderNumber);

test("a payment that came after the restore point is found again: the end of the hold asks Stripe", async () => {
  const placed = await orderAPlace();
  const session = await till.checkout(placed);
  const restorePoint = await till.shop.everything();
  till.stripe.control.pay(session);
  await till.deliver();
  expect(await orderOf(placed)).toMatchObject({ status: "confirmed", paid: kroner(950) });

  await restore(restorePoint);
  expect(await orderOf(placed)).toMatchObject({ status: "awaiting-payment", paid: ZERO });
  await till.pass(36 * 60);
  await till.closeUnpaidOrder(till.shop.origin(), placed.orderNumber);
  expect(await orderOf(placed)).toMatchObject({ status: "confirmed", paid: kroner(950) });
});

test("a refund that was made after the restore point is in the books again when Stripe sends its events again", async () => {
  const placed = await orderAPlace();
  till.stripe.control.pay(await till.checkout(placed));
  await till.deliver();
  const restorePoint = await till.shop.everything();
  const payment = await till.ports.payments.get(placed.orderNumber);
  await till.stripe.stripe.refunds.create({ payment_intent: payment?.captures[0]?.paymentIntentId ?? "" });
  await till.deliver();
  expect(await orderOf(placed)).toMatchObject({ paid: ZERO });

  await restore(restorePoint);
  expect(await orderOf(placed)).toMatchObject({ paid: kroner(950) });
  await till.deliver(2);
  expect(await orderOf(placed)).toMatchObject({ paid: ZERO });
});

test("a payment of an order that is gone is counted, and nothing is made of it: a person has to see to it", async () => {
  const restorePoint = await till.shop.everything();
  const placed = await orderAPlace();
  till.stripe.control.pay(await till.checkout(placed));
  await restore(restorePoint);
  await till.deliver();
  expect(till.strangers).toEqual(["checkout.session.completed"]);
  const made = (await till.shop.everything()).filter(({ pk }) => !String(pk).startsWith("INBOX#"));
  expect(made).toEqual(restorePoint);
});
