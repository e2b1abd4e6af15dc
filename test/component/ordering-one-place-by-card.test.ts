import { expect, onTestFinished, test } from "vitest";
import { kroner } from "#kernel/money";
import { capacityKey } from "#registration/store/keys";
import { KARI, ORDINARY } from "#test/shop";
import { openTill } from "#test/till";

async function orderOnePlace() {
  const till = await openTill();
  onTestFinished(() => till.stripe.close());
  const offering = await till.shop.offering({ capacity: 2 });
  const place = {
    offeringId: offering.offeringId,
    ticketTypeId: ORDINARY,
    participant: { name: KARI.name },
    chosenGoods: [],
    answers: [],
  };
  const order = await till.shop.placeOrder(
    till.shop.origin(),
    { buyer: KARI, payment: "card", goods: [], places: [place], expectedTotal: kroner(950) },
    "nb",
  );
  const free = async () => (await till.shop.row(capacityKey(offering.offeringId)))?.["free"];
  const placeStatus = async () =>
    (await till.shop.rows(`OFFERING#${offering.offeringId}`)).find((row) => String(row["sk"]).startsWith("PLACE#"))?.[
      "status"
    ];
  const status = async () => (await till.shop.ports.orders.get(order.orderNumber))?.status;
  return { ...till, order, free, status, placeStatus };
}

test("a place is taken when the order is placed, and confirmed when it is paid", async () => {
  const { order, checkout, stripe, deliver, shop, free, status, placeStatus } = await orderOnePlace();
  expect(await free()).toBe(1);
  expect(await placeStatus()).toBe("held");

  stripe.control.pay(await checkout(order));
  await deliver();

  expect(await status()).toBe("confirmed");
  expect(await placeStatus()).toBe("confirmed");
  expect(await free()).toBe(1);
  expect((await shop.ports.orders.get(order.orderNumber))?.paid).toBe(kroner(950));
});

test("an event delivered 20 times at once has one effect", async () => {
  const { order, checkout, stripe, deliver, shop } = await orderOnePlace();
  stripe.control.pay(await checkout(order));
  await deliver(20);
  expect(await shop.facts("ordering.order-confirmed.v1")).toHaveLength(1);
  expect(await shop.facts("payment.payment-captured.v1")).toHaveLength(1);
  expect((await shop.ports.orders.get(order.orderNumber))?.paid).toBe(kroner(950));
});

test("two tabs get the same session", async () => {
  const { order, checkout } = await orderOnePlace();
  const [one, two] = await Promise.all([checkout(order), checkout(order)]);
  expect(two).toBe(one);
});

test("an order that isn't paid in time gives its place back", async () => {
  const { order, checkout, pass, closeUnpaidOrder, shop, free, status } = await orderOnePlace();
  await checkout(order);
  await closeUnpaidOrder(shop.origin(), order.orderNumber);
  await pass(36 * 60);
  await closeUnpaidOrder(shop.origin(), order.orderNumber);
  expect(await status()).toBe("expired");
  expect(await free()).toBe(2);
});

test("an order whose webhook was lost is confirmed at the end of its hold, not given up", async () => {
  const { order, checkout, stripe, pass, closeUnpaidOrder, shop, status } = await orderOnePlace();
  stripe.control.deliveries({ drop: true });
  stripe.control.pay(await checkout(order));
  await pass(36 * 60);
  await closeUnpaidOrder(shop.origin(), order.orderNumber);
  expect(await status()).toBe("confirmed");
});

test("a hold that has not ended is left alone, and its session stays open", async () => {
  const { order, checkout, stripe, closeUnpaidOrder, shop, status, deliver } = await orderOnePlace();
  const session = await checkout(order);
  await closeUnpaidOrder(shop.origin(), order.orderNumber);
  stripe.control.pay(session);
  await deliver();
  expect(await status()).toBe("confirmed");
});
