import { describe, expect, onTestFinished, test } from "vitest";
import type { Offering } from "#catalogue/ports/for-sale";
import { AnyEnvelope } from "#kernel/event";
import type { OrderNumber } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { cancelOfferingPlacesUseCase } from "#ordering/app/cancel-offering-places";
import { cancelPlacesUseCase } from "#ordering/app/cancel-places";
import { offeringCancellationContinued } from "#ordering/events/offering-cancellation-continued";
import { placesCancelled } from "#ordering/events/places-cancelled";
import { capacityKey } from "#registration/store/keys";
import { placesOfOffering } from "#registration/store/places-of-offering";
import { callOff, freeOrders, walker } from "#test/called-off";
import { KARI, ORDINARY, openShop, SCHOOL } from "#test/shop";
import { openTill } from "#test/till";

/** Pages enough to go wrong in; `npm run bench` does it with 1,500. */
const PLACES = 200;

describe("an offering that is called off", () => {
  test("frees its places in pages, each once, also when events come twice", async () => {
    const shop = await openShop();
    const { ticketTypes } = await shop.offering();
    const free = ticketTypes.map((type) => ({ ...type, price: kroner(0) }));
    const offering = await shop.offering({ capacity: PLACES, ticketTypes: free });
    await freeOrders(shop, offering, PLACES);
    const counters = async () => (await shop.row(capacityKey(offering.offeringId)))?.["free"];
    expect(await counters()).toBe(0);
    await callOff(shop, offering);

    const walk = walker(shop);
    const events = await walk(offering.offeringId, "walk");
    expect(events).toBeLessThanOrEqual(PLACES / 10 + 1);
    expect(await counters()).toBe(PLACES);

    const rows = await shop.everything();
    const orders = rows.filter((row) => row["sk"] === "ORDER");
    expect(orders).toHaveLength(PLACES);
    expect(orders.filter((row) => row["status"] !== "cancelled")).toEqual([]);
    const facts = rows.flatMap((row) =>
      row["envelope"] ? [AnyEnvelope.parse(JSON.parse(String(row["envelope"])))] : [],
    );
    const cancelled = facts.filter((fact) => fact.type === placesCancelled.type);
    expect(cancelled).toHaveLength(PLACES);
    expect(new Set(cancelled.map(({ data }) => JSON.stringify(data))).size).toBe(PLACES);
    expect(facts.filter((fact) => fact.type === offeringCancellationContinued.type)).toHaveLength(events - 1);
  });

  test("pays back who paid, takes the place off the invoice, and leaves nobody's other places", async () => {
    const till = await openTill();
    onTestFinished(() => till.stripe.close());
    const { shop, stripe } = till;
    const [off, other] = [await shop.offering(), await shop.offering()];
    const place = (offering: Offering) => ({
      offeringId: offering.offeringId,
      ticketTypeId: ORDINARY,
      chosenGoods: [],
      answers: [],
    });
    const order = async (payment: "card" | "invoice") =>
      shop.placeOrder(
        shop.origin(),
        {
          buyer: { ...KARI, organisation: SCHOOL },
          payment,
          goods: [],
          places: [place(off), place(off), place(other)],
          expectedTotal: kroner(3 * 950),
          mailProof: await shop.mailProof(KARI.email),
        },
        "nb",
      );
    const [paid, unpaid, late, invoiced] = [
      await order("card"),
      await order("card"),
      await order("card"),
      await order("invoice"),
    ];
    stripe.control.pay(await till.checkout(paid));
    await till.deliver();
    await till.checkout(unpaid);
    const lateSession = await till.checkout(late);
    await callOff(shop, off);
    const walk = walker(shop);
    await walk(off.offeringId, "walk");
    await walk(off.offeringId, "walked once more");
    // Paid after the offering was called off, and the webhook is lost.
    stripe.control.deliveries({ drop: true });
    stripe.control.pay(lateSession);
    for (const { orderNumber } of [unpaid, late]) await till.closeUnpaidOrder(shop.origin(), orderNumber);
    await till.payBackAll(2);

    const now = async ({ orderNumber }: { orderNumber: OrderNumber }) => {
      const found = await shop.ports.orders.get(orderNumber);
      return { status: found?.status, total: found?.total, paid: found?.paid };
    };
    expect(await now(paid)).toEqual({ status: "confirmed", total: kroner(950), paid: kroner(950) });
    expect(await now(unpaid)).toMatchObject({ status: "expired", paid: 0 });
    expect(await now(late)).toMatchObject({ status: "expired", paid: 0 });
    expect(await now(invoiced)).toEqual({ status: "confirmed", total: kroner(950), paid: 0 });
    const [basis] = (await shop.ports.invoiceBases.list({ limit: 10 })).items;
    expect(basis?.gross).toBe(kroner(950));
    const free = async ({ offeringId }: Offering) => (await shop.row(capacityKey(offeringId)))?.["free"];
    expect([await free(off), await free(other)]).toEqual([10, 8]);
  });

  test("tells nobody of places that their buyer cancelled at that moment", async () => {
    const shop = await openShop();
    const { ticketTypes } = await shop.offering();
    const free = { ticketTypes: ticketTypes.map((type) => ({ ...type, price: kroner(0) })) };
    const [{ offeringId }, other] = [await shop.offering(free), await shop.offering(free)];
    const place = { offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
    const elsewhere = { ...place, offeringId: other.offeringId };
    const mailProof = await shop.mailProof(KARI.email);
    const { orderNumber, key } = await shop.placeOrder(
      shop.origin(),
      { buyer: KARI, payment: "card", goods: [], places: [place, elsewhere], expectedTotal: kroner(0), mailProof },
      "nb",
    );
    const { items } = await placesOfOffering(shop.table).page(offeringId, 1);
    const placeIds = items.map(({ placeId }) => placeId);
    await cancelPlacesUseCase(shop.ports)(shop.origin(), orderNumber, { placeIds }, { kind: "guest", key });
    // The walk has read the place before its buyer cancelled it, and reads the order after.
    const page = async () => ({ items });
    const walk = cancelOfferingPlacesUseCase({ ...shop.ports, placesOfOffering: { page } });
    await walk({ ...shop.origin(), delivery: { context: "ordering", eventId: "walk" } }, offeringId);
    expect(await shop.facts(placesCancelled.type)).toHaveLength(1);
  });

  test("tells each buyer once, however many places they have", async () => {
    const shop = await openShop();
    const { ticketTypes } = await shop.offering();
    const free = { capacity: 75, ticketTypes: ticketTypes.map((type) => ({ ...type, price: kroner(0) })) };
    const { offeringId } = await shop.offering(free);
    const places = Array.from({ length: 25 }, () => ({
      offeringId,
      ticketTypeId: ORDINARY,
      chosenGoods: [],
      answers: [],
    }));
    const mailProof = await shop.mailProof(KARI.email);
    const bought = { buyer: KARI, payment: "card" as const, goods: [], places, expectedTotal: kroner(0), mailProof };
    for (let order = 0; order < 3; order += 1) await shop.placeOrder(shop.origin(), bought, "nb");

    const walk = cancelOfferingPlacesUseCase({ ...shop.ports, placesOfOffering: placesOfOffering(shop.table) });
    const origin = (eventId: string) => ({ ...shop.origin(), delivery: { context: "ordering", eventId } });
    await walk(origin("first"), offeringId);
    const walked = new Set<string>();
    for (;;) {
      const [next] = (await shop.facts(offeringCancellationContinued.type)).filter(({ id }) => !walked.has(id));
      if (!next) break;
      walked.add(next.id);
      await walk(origin(next.id), offeringId, offeringCancellationContinued.data.parse(next.data).cursor);
    }
    const told = (await shop.facts(placesCancelled.type)).map(({ data }) => placesCancelled.data.parse(data));
    expect(told.map(({ placeIds }) => placeIds.length)).toEqual([25, 25, 25]);
    expect((await shop.row(capacityKey(offeringId)))?.["free"]).toBe(75);
  });
});
