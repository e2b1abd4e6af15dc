import { describe, expect, onTestFinished, test } from "vitest";
import { offeringChanged } from "#catalogue/events/offering-changed";
import { offeringKey } from "#catalogue/store/keys";
import { plusSeconds } from "#kernel/clock";
import { mint } from "#kernel/id";
import { MailCodeId, PlaceId } from "#kernel/ids";
import { kroner, type Money } from "#kernel/money";
import { part } from "#kernel/transaction-part";
import type { PlaceOrderCommand } from "#ordering/app/place-order";
import { sendShipmentUseCase } from "#ordering/app/send-shipment";
import { confirmationRequested } from "#ordering/events/confirmation-requested";
import { orderConfirmed } from "#ordering/events/order-confirmed";
import { orderExpired } from "#ordering/events/order-expired";
import { placesCancelled } from "#ordering/events/places-cancelled";
import { shipmentSent } from "#ordering/events/shipment-sent";
import { refunded } from "#payment/events/refunded";
import { mailCodeRequested } from "#people/events/mail-code-requested";
import { mailCodes } from "#people/store/mail-codes";
import { systemRandom } from "#platform/random";
import { joinWaitingListUseCase } from "#registration/app/join-waiting-list";
import { namingReminderDue } from "#registration/events/naming-reminder-due";
import { offerMade } from "#registration/events/offer-made";
import { participantNamed } from "#registration/events/participant-named";
import { reminderDue } from "#registration/events/reminder-due";
import { waitingListJoined } from "#registration/events/waiting-list-joined";
import { entryKey, placeKey } from "#registration/store/keys";
import { callOff } from "#test/called-off";
import { openMailRoom } from "#test/mail-room";
import { KARI, ORDINARY } from "#test/shop";

const OLA = "ola@example.no";
const paidInFull = (paid: Money) => ({ paid, refundFailed: kroner(0), dispute: undefined, movedAt: undefined });

/** A mail room with a confirmed order: Kari, Ola with an address of his own, and places without one. */
async function openWithPlaces(nameless = 2, orders = 1) {
  const room = await openMailRoom();
  onTestFinished(room.close);
  const { shop } = room;
  const offering = await shop.offering({ capacity: 100 });
  const { offeringId } = offering;
  const participants = [
    { name: KARI.name, email: KARI.email },
    { name: "Ola Eksempel", email: OLA },
  ];
  const places = [...participants, ...Array.from({ length: nameless }, () => undefined)].map((participant) => ({
    offeringId,
    ticketTypeId: ORDINARY,
    chosenGoods: [],
    answers: [],
    ...(participant && { participant }),
  }));
  const numbers = [];
  for (let made = 0; made < orders; made++) {
    const command: PlaceOrderCommand = {
      buyer: KARI,
      payment: "card",
      goods: [],
      places,
      expectedTotal: kroner(950 * places.length),
    };
    const { orderNumber } = await shop.placeOrder(shop.origin(), command, "nb");
    const order = await shop.ports.orders.get(orderNumber);
    if (!order) throw new Error("The order was just placed.");
    const parts = await shop.settlement.confirmPaid(order, paidInFull(order.total), shop.clock());
    await shop.ports.unitOfWork.handle(shop.origin(), async () => parts);
    numbers.push(orderNumber);
  }
  const [orderNumber = numbers[0]] = numbers;
  const order = orderNumber && (await shop.ports.orders.get(orderNumber));
  if (!order || !orderNumber) throw new Error("No order was placed.");
  const placeIds = order.lines.flatMap((line) => (line.kind === "place" ? [line.placeId] : []));
  const [karis, olas, nameless1] = placeIds;
  if (!karis || !olas) throw new Error("The order has no places.");
  const to = async () => (await room.mails()).map(({ recipients }) => recipients[0]).toSorted();
  return { ...room, offering, offeringId, orderNumber, placeIds, karis, olas, nameless: nameless1, to };
}

describe("cancelled places", () => {
  test("are told to the buyer with the money that goes back, and to the participant with an address", async () => {
    const { deliver, message, orderNumber, olas, mails, to } = await openWithPlaces();
    const fact = placesCancelled.of({
      orderNumber,
      placeIds: [olas],
      why: "by-buyer",
      payment: "card",
      owedBackOre: 95_000,
      orderCancelled: false,
    });
    expect(await deliver(message(fact))).toBe(0);
    expect(await to()).toEqual([KARI.email, OLA]);
    const all = await mails();
    const toBuyer = all.find(({ recipients }) => recipients.includes(KARI.email));
    expect(toBuyer?.text?.replaceAll("\u00a0", " ")).toContain("950 kr");
    expect(toBuyer?.text).toContain("Ola Eksempel");
    for (const { attachments } of all) expect(attachments[0]?.content).toContain("METHOD:CANCEL");
  });

  test("of an offering that is called off tell why", async () => {
    const { deliver, message, orderNumber, placeIds, mails, shop, offering } = await openWithPlaces();
    const cancellation = { reason: { nb: "Kursholderen er syk." }, cancelledAt: shop.clock() };
    const item = { ...offering, status: "cancelled", cancellation };
    await shop.ports.unitOfWork.handle(shop.origin(), async () => [
      part([{ kind: "replace", key: offeringKey(offering.offeringId), item, guards: [] }]),
    ]);
    const why = "offering-cancelled";
    const rest = { payment: "card", owedBackOre: 95_000, orderCancelled: true } as const;
    await deliver(message(placesCancelled.of({ orderNumber, placeIds, why, ...rest })));
    const all = await mails();
    expect(all).toHaveLength(2);
    for (const { text } of all) expect(text).toContain("Kursholderen er syk.");
  });
});

test("a refund is told to the buyer", async () => {
  const { deliver, message, orderNumber, mails } = await openWithPlaces();
  const fact = refunded.of({ orderNumber, refundId: "re_1", paymentIntentId: "pi_1", amountOre: 95_000 });
  await deliver(message(fact));
  const [mail] = await mails();
  expect(mail?.text?.replaceAll("\u00a0", " ")).toContain("950 kr");
});

test("one who is named later is told, with a calendar file", async () => {
  const { deliver, message, orderNumber, offeringId, olas, karis, mails } = await openWithPlaces();
  await deliver(message(participantNamed.of({ orderNumber, offeringId, placeId: olas })));
  await deliver(message(participantNamed.of({ orderNumber, offeringId, placeId: karis })));
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail?.recipients).toEqual([OLA]);
  expect(mail?.attachments[0]?.content).toContain(olas);
});

test("a reminder goes to each participant with an address, and once to the buyer for the others", async () => {
  const { deliver, message, orderNumber, offeringId, placeIds, to } = await openWithPlaces();
  await deliver(...placeIds.map((placeId) => message(reminderDue.of({ orderNumber, offeringId, placeId }))));
  expect(await to()).toEqual([KARI.email, OLA]);
});

test("a naming reminder goes to the buyer once, with how many names are missing", async () => {
  const { deliver, message, orderNumber, offeringId, placeIds, mails } = await openWithPlaces(2);
  const nameless = placeIds.slice(2);
  await deliver(...nameless.map((placeId) => message(namingReminderDue.of({ orderNumber, offeringId, placeId }))));
  const all = await mails();
  expect(all.map(({ recipients }) => recipients)).toEqual([[KARI.email]]);
  expect(all[0]?.text).toContain("2 plasser");
});

test("a reminder of what has been is not sent, and doesn't show on the order", async () => {
  const { deliver, message, orderNumber, offeringId, karis, sent, rows, shop } = await openWithPlaces();
  shop.pass(60 * 86_400);
  await deliver(message(reminderDue.of({ orderNumber, offeringId, placeId: karis })));
  expect(sent).toHaveLength(0);
  expect(await rows()).toMatchObject([{ status: "undeliverable", reason: "out-of-date" }]);
  expect(await shop.row({ pk: `ORDER#${orderNumber}`, sk: "MAIL-STATUS" })).toBeUndefined();
});

test("a change is told to everybody with a place, a page at a time, and each buyer once", async () => {
  const { deliver, message, offeringId, shop, mails } = await openWithPlaces(3, 6);
  await deliver(message(offeringChanged.of({ offeringId, version: 2, changed: ["venue"] })));
  for (;;) {
    const rounds = await shop.facts("notifications.change-round-continued.v1");
    const before = (await mails()).length;
    await deliver(...rounds.map((detail) => ({ id: detail.id, "detail-type": detail.type, detail })));
    if ((await mails()).length === before) break;
  }
  const all = (await mails()).map(({ recipients }) => recipients[0]);
  expect(all.filter((address) => address === KARI.email)).toHaveLength(6);
  expect(all.filter((address) => address === OLA)).toHaveLength(6);
  expect((await mails())[0]?.subject).toBe("Nytt sted: Grunnkurs i Bergen");
});

describe("the waiting list", () => {
  async function openLine() {
    const room = await openMailRoom();
    onTestFinished(room.close);
    const { shop } = room;
    const offering = await shop.offering({ capacity: 1 });
    const { offeringId } = offering;
    const place = { offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
    const command: PlaceOrderCommand = {
      buyer: KARI,
      payment: "card",
      goods: [],
      places: [place],
      expectedTotal: kroner(950),
    };
    await shop.placeOrder(shop.origin(), command, "nb");
    const join = joinWaitingListUseCase(shop.ports);
    const request = { name: "Ola Eksempel", email: OLA, ticketTypeId: ORDINARY };
    const { entryId, key } = await join(shop.origin(), offeringId, request, "nn");
    return { ...room, offeringId, entryId, key };
  }

  test("tells who joined their position, in their language, with a link of their own", async () => {
    const { deliver, message, offeringId, entryId, key, mails } = await openLine();
    await deliver(message(waitingListJoined.of({ offeringId, entryId, ticketTypeId: ORDINARY })));
    const [mail] = await mails();
    expect(mail?.recipients).toEqual([OLA]);
    expect(mail?.text).toContain("Du står som nummer 1 på ventelista");
    expect(mail?.text).toContain(`/offerings/${offeringId}/waiting-list/${entryId}/page?key=${key}&lang=nn`);
  });

  test("tells of an offered place as long as it is offered, and not after", async () => {
    const { deliver, message, offeringId, entryId, shop, mails } = await openLine();
    const until = plusSeconds(shop.clock(), 48 * 3600);
    const entry = await shop.ports.waitingLists.get({ offeringId, entryId });
    await shop.ports.unitOfWork.handle(shop.origin(), async () => [
      part([
        {
          kind: "replace",
          key: entryKey({ offeringId, entryId }),
          item: { ...entry, status: "offered", until },
          guards: [],
        },
      ]),
    ]);
    await deliver(message(offerMade.of({ offeringId, entryId, until })));
    expect(await mails()).toHaveLength(1);
    shop.pass(48 * 3600);
    await deliver(message(offerMade.of({ offeringId, entryId, until })));
    expect(await mails()).toHaveLength(1);
  });
});

/** Somebody has asked for a code, which is valid for 15 minutes. */
async function openWithCode() {
  const room = await openWithPlaces(0);
  const { shop } = room;
  const codeId = mint(MailCodeId, systemRandom);
  const validUntil = plusSeconds(shop.clock(), 900);
  const code = { codeId, email: OLA, code: "042137", locale: "en", validUntil } as const;
  await shop.ports.unitOfWork.handle(shop.origin(), async () => [mailCodes(shop.table).createCode(code)]);
  return { ...room, requested: room.message(mailCodeRequested.of({ codeId })) };
}

test("a mail code goes to the address it proves; the row of its mail has no code in it", async () => {
  const { deliver, requested, mails, rows } = await openWithCode();
  await deliver(requested);
  const [mail] = await mails();
  expect(mail?.recipients).toEqual([OLA]);
  expect(mail?.text).toContain("042137");
  expect(JSON.stringify(await rows())).not.toContain("042137");
});

test("a mail code that SES may not have is sent again after 3 minutes, while it is valid", async () => {
  const { deliver, requested, treatments, mails, shop, sweep } = await openWithCode();
  treatments.push({ takes: false, answers: false });
  await deliver(requested);
  shop.pass(3 * 60 - 1);
  await sweep();
  expect(await mails()).toHaveLength(0);
  shop.pass(1);
  await sweep();
  expect(await mails()).toHaveLength(1);
});

test("an order whose money came at the last moment is not told that it expired", async () => {
  const { deliver, message, orderNumber, sent } = await openWithPlaces();
  await deliver(message(orderExpired.of({ orderNumber })));
  expect(sent).toHaveLength(0);
});

test("an unpaid order for what is called off is told that, and not that it wasn't paid in time", async () => {
  const room = await openMailRoom();
  onTestFinished(room.close);
  const { shop, deliver, message, mails } = room;
  const offering = await shop.offering();
  const place = { offeringId: offering.offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
  const command: PlaceOrderCommand = {
    buyer: KARI,
    payment: "card",
    goods: [],
    places: [place],
    expectedTotal: kroner(950),
  };
  const { orderNumber } = await shop.placeOrder(shop.origin(), command, "nb");
  await callOff(shop, offering);
  const order = await shop.ports.orders.get(orderNumber);
  if (!order) throw new Error("The order was just placed.");
  const parts = await shop.settlement.expire(order);
  await shop.ports.unitOfWork.handle(shop.origin(), async () => parts);
  await deliver(message(orderExpired.of({ orderNumber })));
  const [mail] = await mails();
  expect(mail?.subject).toBe("Avlyst: Grunnkurs i Bergen");
  expect(mail?.text).not.toContain("i tide");
});

test("a place of a participant nobody knows any more is nobody's mail", async () => {
  const { deliver, message, orderNumber, offeringId, olas, shop, rows, sent } = await openWithPlaces();
  const [place] = await shop.ports.placeReads.load([{ offeringId, placeId: olas }]);
  const { participant: _erased, ...rest } = place ?? {};
  await deliver(message(orderConfirmed.of({ orderNumber, payment: "card", totalOre: 0 })));
  expect(sent).toHaveLength(2);
  await shop.ports.unitOfWork.handle(shop.origin(), async () => [
    part([{ kind: "replace", key: placeKey({ offeringId, placeId: olas }), item: rest, guards: [] }]),
  ]);
  await deliver(message(participantNamed.of({ orderNumber, offeringId, placeId: PlaceId.parse(olas) })));
  expect(sent).toHaveLength(2);
  expect(await rows()).toHaveLength(2);
});

test("each shipment is told with what is in it, and whether more is to come", async () => {
  const room = await openMailRoom();
  onTestFinished(room.close);
  const { shop, deliver, message, mails } = room;
  const { productId } = await shop.product(10);
  const { orderNumber } = await shop.placeOrder(
    shop.origin(),
    {
      buyer: KARI,
      payment: "card",
      goods: [{ productId, quantity: 3 }],
      places: [],
      deliveryAddress: { name: KARI.name, street: "Eksempelveien 1", postalCode: "5003", city: "Bergen" },
      expectedTotal: kroner(729),
    },
    "nb",
  );
  const order = await shop.ports.orders.get(orderNumber);
  const parts = order ? await shop.settlement.confirmPaid(order, paidInFull(order.total), shop.clock()) : [];
  await shop.ports.unitOfWork.handle(shop.origin(), async () => parts);
  const send = sendShipmentUseCase(shop.ports);
  await send(shop.origin(), orderNumber, { lines: [{ line: 1, quantity: 2 }], trackingNumber: "NO-123456" });
  await send(shop.origin(), orderNumber, { lines: [{ line: 1, quantity: 1 }] });
  for (const { data } of await shop.facts(shipmentSent.type)) await deliver(message({ type: shipmentSent.type, data }));

  const all = await mails();
  const inOrder = all.toSorted((a, b) => (a.subject ?? "").localeCompare(b.subject ?? ""));
  expect(inOrder[0]?.text).toContain("SMART oppvekst 3: 2");
  expect(inOrder[0]?.text).toContain("NO-123456");
  expect(inOrder[0]?.text).toContain("Resten av bestillingen kommer");
  expect(inOrder[1]?.text).toContain("SMART oppvekst 3: 1");
  expect(inOrder[1]?.text).toContain("alt du bestilte, sendt");
});

test("a confirmation that an administrator asks for again is a mail of its own, to the buyer only", async () => {
  const { deliver, message, orderNumber, to } = await openWithPlaces();
  await deliver(message(orderConfirmed.of({ orderNumber, payment: "card", totalOre: 0 })));
  await deliver(message(confirmationRequested.of({ orderNumber })));
  expect(await to()).toEqual([KARI.email, KARI.email, OLA]);
});
