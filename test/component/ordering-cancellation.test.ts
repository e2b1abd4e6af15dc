import { describe, expect, onTestFinished, test } from "vitest";
import { stockKey } from "#catalogue/store/keys";
import type { Caller } from "#kernel/caller";
import { PersonId } from "#kernel/caller";
import { plusSeconds } from "#kernel/clock";
import { mint } from "#kernel/id";
import { PlaceId } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { mailStatuses } from "#notifications/store/mail-statuses";
import { cancelGoodsUseCase } from "#ordering/app/cancel-goods";
import { cancelPlacesUseCase } from "#ordering/app/cancel-places";
import { getOrderUseCase } from "#ordering/app/get-order";
import { placesCancelled } from "#ordering/events/places-cancelled";
import { systemRandom } from "#platform/random";
import { nameParticipantUseCase } from "#registration/app/name-participant";
import { capacityKey } from "#registration/store/keys";
import { outcome } from "#test/line";
import { KARI, ORDINARY } from "#test/shop";
import { openTill } from "#test/till";

const DAY = 86_400;
const administrator: Caller = {
  kind: "person",
  personId: mint(PersonId, systemRandom),
  email: "admin@example.no",
  roles: ["administrator"],
};

/** A paid order of three places, each with the book it comes with, and two books besides: 3 × 950 + 2 × 200 + 79 freight. */
async function paidOrder() {
  const till = await openTill();
  onTestFinished(() => till.stripe.close());
  const { shop, stripe } = till;
  const book = await shop.product(20);
  const offering = await shop.offering({ includedGoods: [{ name: { nb: "Bok" }, oneOf: [book.productId] }] });
  const place = { offeringId: offering.offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
  const total = kroner(3 * 950 + 2 * 200 + 79);
  const placed = await shop.placeOrder(
    shop.origin(),
    {
      buyer: KARI,
      deliveryAddress: { name: KARI.name, street: "Gata 1", postalCode: "5003", city: "Bergen" },
      payment: "card",
      goods: [{ productId: book.productId, quantity: 2 }],
      places: [place, place, place],
      expectedTotal: total,
    },
    "nb",
  );
  const { orderNumber, key } = placed;
  const order = async () => {
    const now = await shop.ports.orders.get(orderNumber);
    if (!now) throw new Error("The order is gone.");
    return now;
  };
  const placeIds = (await order()).lines.flatMap((line) => (line.kind === "place" ? [line.placeId] : []));
  const cancelPlaces = cancelPlacesUseCase(shop.ports);
  const cancelGoods = cancelGoodsUseCase(shop.ports);
  const buyer: Caller = { kind: "guest", key };
  return {
    ...till,
    placed,
    order,
    placeIds,
    offering,
    cancel: (which: readonly number[], caller: Caller = buyer) =>
      cancelPlaces(shop.origin(), orderNumber, { placeIds: which.flatMap((index) => placeIds[index] ?? []) }, caller),
    /** A place that is in no order. */
    stranger: () => cancelPlaces(shop.origin(), orderNumber, { placeIds: [mint(PlaceId, systemRandom)] }, buyer),
    cancelGoods: (lines: number[]) => cancelGoods(shop.origin(), orderNumber, { lines }),
    async pay() {
      stripe.control.pay(await till.checkout(placed));
      await till.deliver();
    },
    free: async () => (await shop.row(capacityKey(offering.offeringId)))?.["free"],
    available: async () => (await shop.row(stockKey(book.productId)))?.["available"],
    refundedAtStripe: async () => (await stripe.stripe.refunds.list({ limit: 100 })).data.map((each) => each.amount),
  };
}

describe("cancelling one of three places", () => {
  test("gives that place's money, place and book back; the others stay", async () => {
    const { pay, cancel, order, free, available, payBackAll, refundedAtStripe } = await paidOrder();
    await pay();
    expect(await available()).toBe(15);
    expect(await cancel([1])).toMatchObject({ status: "confirmed", owedBack: kroner(950), total: kroner(2379) });
    expect(await free()).toBe(8);
    expect(await available()).toBe(16);
    await payBackAll(3);
    expect(await refundedAtStripe()).toEqual([kroner(950)]);
    const { paid, total, lines } = await order();
    expect(paid).toBe(total);
    expect(lines.filter((line) => line.cancelledAt).map((line) => line.line)).toEqual([3]);
  });

  test("and then the others, one after another and all at once, pays back each place once", async () => {
    const { pay, cancel, order, payBackAll, refundedAtStripe, free } = await paidOrder();
    await pay();
    await Promise.all([cancel([0]), cancel([1]), cancel([2])]);
    await payBackAll(2);
    expect(await refundedAtStripe()).toEqual([kroner(950), kroner(950), kroner(950)]);
    expect(await order()).toMatchObject({ status: "confirmed", total: kroner(479), paid: kroner(479) });
    expect(await free()).toBe(10);
  });

  test("is paid back once, also when Stripe's answer is lost and it is delivered again after Stripe forgot", async () => {
    const { pay, cancel, order, shop, payBack, stripe, refundedAtStripe, pass, payBackAll } = await paidOrder();
    await pay();
    await cancel([0]);
    await cancel([1, 2]);
    const one = (await shop.facts(placesCancelled.type)).find(
      ({ data }) => placesCancelled.data.parse(data).placeIds.length === 1,
    );
    const origin = { ...shop.origin(), delivery: { context: "payment", eventId: one?.id ?? "" } };
    const owed = { orderNumber: (await order()).orderNumber, amountOre: kroner(950) };
    stripe.control.deliveries({ drop: true });
    stripe.control.failRequests({ path: "/v1/refunds", method: "POST", how: "after", status: 500 });
    await expect(payBack(origin, owed)).rejects.toThrow();
    expect(await refundedAtStripe()).toEqual([kroner(950)]);
    await pass(2 * DAY);
    await payBack(origin, owed);
    expect(await refundedAtStripe()).toEqual([kroner(950)]);
    await payBackAll();
    expect((await order()).paid).toBe(kroner(479));
  });

  test("doesn't pay back again what somebody sent back from Stripe's dashboard", async () => {
    const { pay, cancel, order, payBackAll, refundedAtStripe, stripe, deliver } = await paidOrder();
    await pay();
    const [session] = (await stripe.stripe.checkout.sessions.list()).data;
    stripe.control.refundFromDashboard(String(session?.payment_intent), kroner(950));
    await cancel([0]);
    await payBackAll();
    await deliver();
    expect(await refundedAtStripe()).toEqual([kroner(950)]);
    expect((await order()).paid).toBe(kroner(2379));
  });

  test("shows on the order when the bank refuses the refund", async () => {
    const { pay, cancel, order, payBackAll, stripe, deliver } = await paidOrder();
    await pay();
    await cancel([0]);
    await payBackAll();
    const [refund] = (await stripe.stripe.refunds.list()).data;
    stripe.control.settleRefund(refund?.id ?? "", "failed");
    await deliver();
    expect(await order()).toMatchObject({ paid: kroner(3329), refundFailed: kroner(950), total: kroner(2379) });
  });
});

describe("a cancellation", () => {
  test("is refused to a buyer from the deadline on, and not to an administrator", async () => {
    const { pay, cancel, offering, pass, shop, order, free } = await paidOrder();
    await pay();
    const seconds = (Date.parse(offering.cancellationDeadline) - Date.parse(shop.clock())) / 1000;
    expect(plusSeconds(shop.clock(), seconds)).toBe(offering.cancellationDeadline);
    await pass(seconds);
    await expect(cancel([0])).rejects.toMatchObject({ code: "cancellation-deadline-passed" });
    expect(await free()).toBe(7);
    await cancel([0], administrator);
    expect((await order()).total).toBe(kroner(2379));
  });

  test("of the same place twice frees it once", async () => {
    const { pay, cancel, free } = await paidOrder();
    await pay();
    const both = await Promise.allSettled([cancel([0]), cancel([0])]);
    expect(both.map((each) => (each.status === "rejected" ? each.reason.code : "done")).sort()).toEqual([
      "done",
      "place-already-cancelled",
    ]);
    expect(await free()).toBe(8);
  });

  test("takes the key, a confirmed order, and places of it", async () => {
    const { pay, cancel, stranger, free } = await paidOrder();
    await expect(cancel([0])).rejects.toMatchObject({ code: "order-not-confirmed" });
    await pay();
    await expect(cancel([0], { kind: "guest" })).rejects.toMatchObject({ code: "not-found" });
    await expect(stranger()).rejects.toMatchObject({ code: "place-not-in-order" });
    expect(await free()).toBe(7);
  });

  test("leaves a key that shows the order, and does nothing more with it", async () => {
    const { shop, ports, placed, pay, cancel, cancelGoods, payBackAll, order, placeIds, ...till } = await paidOrder();
    await pay();
    await cancelGoods([1]);
    await cancel([0, 1, 2]);
    await payBackAll();
    const { orderNumber, key } = placed;
    const buyer: Caller = { kind: "guest", key };
    const shown = await getOrderUseCase(shop.ports.orders, mailStatuses(shop.table))(orderNumber, buyer);
    expect(shown).toMatchObject({ status: "cancelled", total: 0 });
    const before = await shop.everything();
    const nameParticipant = nameParticipantUseCase(ports);
    const participant = { participant: { name: "Ola Eksempel" }, chosenGoods: [], answers: [] };
    const placeId = placeIds[0] ?? mint(PlaceId, systemRandom);
    const tries = [
      () => cancel([0]),
      () => till.startCheckout(shop.origin(), orderNumber, buyer),
      () => till.extendHold(shop.origin(), orderNumber, buyer),
      () => nameParticipant(shop.origin(), { orderNumber, placeId }, participant, buyer),
    ];
    const said = await Promise.all(tries.map((each) => outcome<unknown>(each())));
    expect(said).toEqual([
      "place-already-cancelled",
      "order-not-awaiting-payment",
      "order-not-awaiting-payment",
      "place-cancelled",
    ]);
    expect(await shop.everything()).toEqual(before);
  });

  test("of goods that are not sent gives stock and freight back, and the order ends when nothing is left", async () => {
    const { pay, cancel, cancelGoods, order, available, payBackAll } = await paidOrder();
    await pay();
    expect(await cancelGoods([1])).toMatchObject({ owedBack: kroner(479), status: "confirmed" });
    expect(await available()).toBe(17);
    await expect(cancelGoods([1])).rejects.toMatchObject({ code: "goods-not-in-order" });
    await expect(cancelGoods([2])).rejects.toMatchObject({ code: "goods-not-in-order" });
    await cancel([0, 1, 2]);
    await payBackAll();
    expect(await order()).toMatchObject({ status: "cancelled", total: 0, paid: 0 });
    expect(await available()).toBe(20);
  });
});
