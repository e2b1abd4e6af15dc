import { describe, expect, test } from "vitest";
import type { TicketType } from "#catalogue/domain/offering";
import { stockKey } from "#catalogue/store/keys";
import { type Caller, PersonId } from "#kernel/caller";
import { mint } from "#kernel/id";
import { AgreementId, type OfferingId, OrderNumber, type PlaceId, SeatId, TicketTypeId } from "#kernel/ids";
import { kroner, ZERO } from "#kernel/money";
import { newOrderNumber } from "#kernel/order-number";
import { part, type TransactionPart, type Write } from "#kernel/transaction-part";
import { arrangeOrderUseCase } from "#ordering/app/arrange-order";
import { cancelOfferingPlacesUseCase } from "#ordering/app/cancel-offering-places";
import { cancelPlacesUseCase } from "#ordering/app/cancel-places";
import { cancellation } from "#ordering/app/cancellation";
import type { ArrangedOrder } from "#ordering/ports/arranged-orders";
import type { CancelPlacesOf } from "#ordering/ports/cancellation";
import { systemRandom } from "#platform/random";
import { takePlacesUseCase } from "#registration/app/take-places";
import { callOff } from "#test/called-off";
import { outcome } from "#test/line";
import { KARI, openShop, SCHOOL, SELLER, type Shop } from "#test/shop";

const SEATS = TicketTypeId.parse("seats");
const ADMINISTRATOR: Caller = {
  kind: "person",
  personId: mint(PersonId, systemRandom),
  email: "admin@example.no",
  roles: ["administrator"],
};

function arrangement(shop: Shop): ArrangedOrder {
  return {
    orderNumber: OrderNumber.parse(newOrderNumber(systemRandom)),
    now: shop.clock(),
    locale: "nb",
    contact: KARI,
    organisation: SCHOOL,
    goods: [],
    places: [],
    services: [],
  };
}

async function arrange(shop: Shop, arranged: ArrangedOrder) {
  const arrangeOrder = arrangeOrderUseCase({ ...shop.ports, random: systemRandom });
  const { order, parts } = arrangeOrder(arranged);
  await shop.ports.unitOfWork.handle(shop.origin(), async () => parts);
  return order;
}

describe("what was arranged", () => {
  test("is an order at the prices agreed, on invoice, confirmed at once, without freight", async () => {
    const shop = await openShop();
    const product = await shop.product(100, { kind: "card-deck", vatCategory: "S", price: kroner(350) });
    const offering = await shop.offering();
    const [first] = offering.sessions;
    const [ticket] = offering.ticketTypes;
    if (!first || !ticket) throw new Error("The course has a session and a ticket type.");
    const order = await arrange(shop, {
      ...arrangement(shop),
      deliveryAddress: SCHOOL.address,
      goods: [{ product, quantity: 40, unitPrice: kroner(100) }],
      services: [
        {
          title: { nb: "Kurs hos dere" },
          offeringId: offering.offeringId,
          startsAt: first.startsAt,
          venue: "Eksempel skole",
          price: kroner(12_000),
          vatAllocation: ticket.vatAllocation,
        },
      ],
    });
    expect(order).toMatchObject({ payment: "invoice", status: "confirmed", total: kroner(16_000), paid: 0 });
    expect(order.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ["goods", kroner(4000)],
      ["service", kroner(12_000)],
    ]);
    const [basis] = (await shop.ports.invoiceBases.list({ limit: 1 })).items;
    expect(basis).toMatchObject({ seller: SELLER, contact: KARI, gross: kroner(16_000), internalPosting: false });
    const [teaching] = basis?.lines.filter(({ kind }) => kind === "service") ?? [];
    expect(teaching).toMatchObject({ vatCategory: "E", deliveredOn: "2026-11-23", deliveredAt: "Eksempel skole" });
    expect(await shop.row(stockKey(product.productId))).toMatchObject({ onHand: 100, available: 60 });
    expect(await shop.facts()).toMatchObject([
      {
        type: "ordering.order-confirmed.v1",
        data: { orderNumber: order.orderNumber, payment: "invoice", totalOre: 1_600_000 },
      },
    ]);
  });

  test("that costs nothing is free, and nothing is invoiced", async () => {
    const shop = await openShop();
    const product = await shop.product(1);
    const order = await arrange(shop, { ...arrangement(shop), goods: [{ product, quantity: 1, unitPrice: ZERO }] });
    expect(order.payment).toBe("free");
    expect((await shop.ports.invoiceBases.list({ limit: 1 })).items).toEqual([]);
  });
});

/** A cohort with `places` places, each covered by a trainer seat of one agreement, in one order. */
async function seatsTaken(places: number) {
  const shop = await openShop();
  const literature = await shop.product(places);
  const [ordinary] = (await shop.offering()).ticketTypes;
  if (!ordinary) throw new Error("The course has a ticket type.");
  const seatType: TicketType = { ...ordinary, ticketTypeId: SEATS, price: ZERO, who: "agreement-seats" };
  const includedGoods = [{ name: { nb: "Litteratur" }, oneOf: [literature.productId] }];
  const offering = await shop.offering({ kind: "cohort", capacity: 36, ticketTypes: [seatType], includedGoods });
  const { offeringId } = offering;
  const agreementId = mint(AgreementId, systemRandom);
  const counters = { agreementId, seats: places, free: places, taken: 0, terms: 1 };
  const counted = part([
    { kind: "create", key: { pk: `AGREEMENT#${agreementId}`, sk: "SEATS" }, item: counters, guards: [] },
  ]);
  await shop.ports.unitOfWork.handle(shop.origin(), async () => [counted]);

  const arranged = arrangement(shop);
  const seats = Array.from({ length: places }, () => ({ agreementId, seatId: mint(SeatId, systemRandom) }));
  const taken = await takePlacesUseCase({ ...shop.ports, random: systemRandom })(
    seats.map((seat, index) => ({
      offeringId,
      ticketTypeId: SEATS,
      participant: { name: "Ola Eksempel", email: `ola${index}@example.no` },
      chosenGoods: [],
      answers: [],
      entitled: { kind: "agreement-seats", seat },
    })),
    new Map([[offeringId, offering]]),
    { ...arranged, look: "leap" },
  );
  const { order, parts } = arrangeOrderUseCase({ ...shop.ports, random: systemRandom })({
    ...arranged,
    places: taken.map(({ place }) => ({
      ...place,
      offering,
      price: kroner(2000),
      includedGoods: place.goods.map(({ productId }) => productId),
    })),
  });
  const rowOf = (seat: (typeof seats)[number], placeId: PlaceId) => ({
    ...seat,
    cohortId: offeringId,
    placeId,
    orderNumber: order.orderNumber,
    status: "used",
    takenAt: arranged.now,
    version: 1,
  });
  const used = { agreementId, cohortId: offeringId, used: places };
  await shop.ports.unitOfWork.handle(shop.origin(), async () => [
    ...taken.flatMap((each) => each.as("confirmed")),
    ...parts,
    part([
      ...taken.map(({ place }, index) => {
        const seat = seats[index] ?? { agreementId, seatId: mint(SeatId, systemRandom) };
        const key = { pk: `AGREEMENT#${agreementId}`, sk: `SEAT#${seat.seatId}` };
        return { kind: "create" as const, key, item: rowOf(seat, place.placeId), guards: [] };
      }),
      {
        kind: "create",
        key: { pk: `OFFERING#${offeringId}`, sk: `SEATS-OF#${agreementId}` },
        item: used,
        guards: [],
      },
      {
        kind: "change",
        key: { pk: `AGREEMENT#${agreementId}`, sk: "SEATS" },
        add: { free: -places },
        guards: [],
      },
    ]),
  ]);
  /** What is free and used, as the counters and the rows say. */
  async function counts() {
    const rows = await shop.rows(`AGREEMENT#${agreementId}`);
    const free = rows.find(({ sk }) => sk === "SEATS")?.["free"];
    const usedNow = rows.filter(({ sk, status }) => String(sk).startsWith("SEAT#") && status === "used").length;
    const inCohort = await shop.row({ pk: `OFFERING#${offeringId}`, sk: `SEATS-OF#${agreementId}` });
    const stock = await shop.row(stockKey(literature.productId));
    const given = rows.filter(({ sk }) => String(sk).endsWith("#given-back")).length;
    return { free, used: usedNow, inCohort: inCohort?.["used"], given, books: stock?.["available"] };
  }
  return { shop, offering, order, placeIds: taken.map(({ place }) => place.placeId), counts };
}

/** Walks as the bus would, until nothing is left to do; answers how many transactions it took. */
async function walk(shop: Shop, offeringId: OfferingId): Promise<number> {
  const { placesOfOffering } = shop.ports;
  const cancelOfferingPlaces = cancelOfferingPlacesUseCase({ ...shop.ports, placesOfOffering });
  const type = "ordering.offering-cancellation-continued.v1";
  let [rounds, done] = [0, 0];
  await cancelOfferingPlaces(shop.origin(), offeringId);
  for (;;) {
    rounds += 1;
    const next = (await shop.facts(type)).slice(done);
    if (next.length === 0) return rounds;
    for (const { data } of next) {
      const { cursor } = data as { cursor?: string };
      await cancelOfferingPlaces(shop.origin(), offeringId, cursor);
    }
    done += next.length;
  }
}

describe("a place covered by a trainer seat", () => {
  test("is at the agreement's price, and cancelled gives its seat and its book back", async () => {
    const { shop, order, placeIds, counts } = await seatsTaken(3);
    expect([order.total, order.payment]).toEqual([kroner(6000), "invoice"]);
    expect(await counts()).toEqual({ free: 0, used: 3, inCohort: 3, given: 0, books: 0 });
    const cancelled = await cancelPlacesUseCase(shop.ports)(
      shop.origin(),
      order.orderNumber,
      { placeIds: placeIds.slice(0, 1) },
      { kind: "guest", key: order.key },
    );
    expect(cancelled).toMatchObject({ status: "confirmed", total: kroner(4000), owedBack: kroner(2000) });
    expect(await counts()).toEqual({ free: 1, used: 2, inCohort: 2, given: 1, books: 1 });
    const [basis] = (await shop.ports.invoiceBases.list({ limit: 1 })).items;
    expect(basis?.gross).toBe(kroner(4000));
  });

  test("keeps its seat when the seat goes on to another place", async () => {
    const { shop, order, placeIds, counts } = await seatsTaken(1);
    const how = { why: "by-administrator", by: "per_1", seats: "keep", now: shop.clock() } as const;
    const { parts } = await shop.ports.cancelPlacesOf(order, placeIds, how);
    await shop.ports.unitOfWork.handle(shop.origin(), async () => parts);
    expect(await counts()).toMatchObject({ free: 0, used: 1, books: 1 });
  });

  test("of a cohort that is called off gives its seat back, also when one order is too large for a transaction", async () => {
    const { shop, offering, order, counts } = await seatsTaken(16);
    await callOff(shop, offering);
    expect(await walk(shop, offering.offeringId)).toBeGreaterThan(1);
    expect(await counts()).toEqual({ free: 16, used: 0, inCohort: 0, given: 16, books: 16 });
    expect(await shop.ports.orders.get(order.orderNumber)).toMatchObject({ status: "cancelled", total: 0 });
  });
});

function unguarded(write: Write): Write {
  return write.kind === "create" ? { ...write, kind: "replace", guards: [] } : { ...write, guards: [] };
}

test("a seat is given back exactly once, whoever cancels its place at the same time", async () => {
  const { shop, offering, order, placeIds, counts } = await seatsTaken(2);
  await callOff(shop, offering);
  const cancel = cancelPlacesUseCase(shop.ports);
  const cancelOfferingPlaces = cancelOfferingPlacesUseCase(shop.ports);
  const by = (caller: Caller) => () => outcome(cancel(shop.origin(), order.orderNumber, { placeIds }, caller));
  const all = [
    by({ kind: "guest", key: order.key }),
    by(ADMINISTRATOR),
    () => cancelOfferingPlaces(shop.origin(), offering.offeringId),
  ];
  await Promise.all([...all, ...all].map((each) => each()));
  expect(await counts()).toMatchObject({ free: 2, used: 0 });
});

/** An administrator cancels while the buyer's cancellation is between its reading and its writing; answers the free seats. */
async function seatsBackOfTwo(cancellationOf: (shop: Shop) => CancelPlacesOf): Promise<unknown> {
  const { shop, order, placeIds, counts } = await seatsTaken(2);
  const { orderNumber, key } = order;
  let raced = false;
  const cancelPlacesOf: CancelPlacesOf = async (...of) => {
    const decided = await cancellationOf(shop)(...of);
    if (!raced) {
      raced = true;
      await cancelPlacesUseCase(shop.ports)(shop.origin(), orderNumber, { placeIds }, ADMINISTRATOR);
    }
    return decided;
  };
  const cancel = cancelPlacesUseCase({ ...shop.ports, cancelPlacesOf });
  await outcome(cancel(shop.origin(), orderNumber, { placeIds }, { kind: "guest", key }));
  return (await counts()).free;
}

test("a seat that came back meanwhile doesn't come back again", async () => {
  expect(await seatsBackOfTwo((shop) => shop.ports.cancelPlacesOf)).toBe(2);
});

test("negative control: without the conditions on order, place and seat, seats come back that nobody had", async () => {
  const bare = (made: TransactionPart): TransactionPart => ({ ...made, writes: made.writes.map(unguarded) });
  const unconditional = ({ ports }: Shop) =>
    cancellation({
      ...ports,
      orders: { ...ports.orders, replace: (before, after) => bare(ports.orders.replace(before, after)) },
      placeParts: { ...ports.placeParts, cancel: (places) => bare(ports.placeParts.cancel(places)) },
      invoiceBases: {
        ...ports.invoiceBases,
        withoutLines: async (...of) => (await ports.invoiceBases.withoutLines(...of)).map(bare),
      },
      seatReturns: { giveBack: (...of) => bare(ports.seatReturns.giveBack(...of)) },
    });
  expect(await seatsBackOfTwo(unconditional)).toBe(4);
});
