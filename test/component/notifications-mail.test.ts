import { describe, expect, onTestFinished, test } from "vitest";
import { kroner } from "#kernel/money";
import { mailStatuses } from "#notifications/store/mail-statuses";
import { getOrderUseCase } from "#ordering/app/get-order";
import { orderConfirmed } from "#ordering/events/order-confirmed";
import { orderExpired } from "#ordering/events/order-expired";
import { refunded } from "#payment/events/refunded";
import { openMailRoom } from "#test/mail-room";
import { KARI, ORDINARY } from "#test/shop";

const FIFTEEN_MINUTES = 15 * 60;

/** A mail room with an order of one place, by card. */
async function openWithOrder({
  buyer = KARI,
  participants = [buyer.email],
}: {
  readonly buyer?: typeof KARI;
  /** Their addresses, of those who have one. */
  readonly participants?: readonly (string | undefined)[];
} = {}) {
  const room = await openMailRoom();
  onTestFinished(room.close);
  const { shop } = room;
  const offering = await shop.offering();
  const order = await shop.placeOrder(
    shop.origin(),
    {
      buyer,
      payment: "card",
      goods: [],
      places: participants.map((email, index) => ({
        offeringId: offering.offeringId,
        ticketTypeId: ORDINARY,
        participant: { name: `Deltaker ${index + 1}`, email },
        chosenGoods: [],
        answers: [],
      })),
      expectedTotal: kroner(950 * participants.length),
    },
    "nb",
  );
  const { orderNumber } = order;
  const confirmed = room.message(orderConfirmed.of({ orderNumber, payment: "card", totalOre: order.total }));
  const status = async () => (await room.rows()).map((row) => row["status"]);
  return { ...room, order, orderNumber, confirmed, status };
}

describe("a confirmed order", () => {
  test("brings its buyer one mail with the receipt and a calendar file", async () => {
    const { deliver, confirmed, mails, order, status } = await openWithOrder();
    expect(await deliver(confirmed)).toBe(0);

    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.recipients).toEqual([KARI.email]);
    expect(mail?.sender).toBe('"SMART oppvekst" <bestilling@example.no>');
    expect(mail?.subject).toContain(order.orderNumber);
    for (const body of [mail?.text, mail?.html]) {
      expect(body).toContain(`https://smart.example.no/orders/${order.orderNumber}/page?key=${order.key}`);
      expect(body?.replaceAll("\u00a0", " ")).toContain("950 kr");
      expect(body?.replaceAll("\u00a0", " ")).toContain("100 000 008 MVA");
    }
    const [calendar] = mail?.attachments ?? [];
    expect(calendar?.mimeType).toBe("text/calendar");
    expect(calendar?.content).toContain("BEGIN:VEVENT");
    expect(await status()).toEqual(["sent"]);
  });

  test("tells each participant with an address of their own, without the order's key", async () => {
    const { deliver, confirmed, mails, order } = await openWithOrder({
      participants: [KARI.email, "ola@example.no", undefined],
    });
    await deliver(confirmed);
    const all = await mails();
    expect(all.map(({ recipients }) => recipients[0]).toSorted()).toEqual([KARI.email, "ola@example.no"]);
    const toOla = all.find(({ recipients }) => recipients.includes("ola@example.no"));
    expect(toOla?.attachments).toHaveLength(1);
    expect(`${toOla?.text}${toOla?.html}`).not.toContain(order.key);
  });

  test("is told once, however often and however much at once the fact is delivered", async () => {
    const { deliver, confirmed, sent, rows } = await openWithOrder();
    await Promise.all(Array.from({ length: 5 }, () => deliver(confirmed)));
    await deliver(confirmed, confirmed);
    expect(sent).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  test("keeps neither address nor text of its mail", async () => {
    const { deliver, confirmed, rows } = await openWithOrder({ participants: ["ola@example.no"] });
    await deliver(confirmed);
    expect(JSON.stringify(await rows())).not.toMatch(/@|Kari|Deltaker/);
  });
});

test("an order that expired is told to its buyer", async () => {
  const { deliver, message, orderNumber, mails, shop } = await openWithOrder();
  const order = await shop.ports.orders.get(orderNumber);
  const parts = order ? await shop.settlement.expire(order) : [];
  await shop.ports.unitOfWork.handle(shop.origin(), async () => parts);
  await deliver(message(orderExpired.of({ orderNumber })));
  const [mail] = await mails();
  expect(mail?.subject).toBe(`Bestilling ${orderNumber} er ikke betalt`);
});

describe("when SES' answer is lost", () => {
  test("and SES has the mail: its Send event settles it, and it is not sent again", async () => {
    const { deliver, confirmed, treatments, deliverEvents, sent, status, shop, sweep } = await openWithOrder();
    treatments.push({ takes: true, answers: false });
    expect(await deliver(confirmed)).toBe(0);
    expect(await status()).toEqual(["sending"]);

    await deliverEvents("Email Sent");
    expect(await status()).toEqual(["sent"]);
    shop.pass(FIFTEEN_MINUTES);
    await sweep();
    expect(sent).toHaveLength(1);
  });

  test("and SES doesn't have it: it is sent again once, after 15 minutes and not before", async () => {
    const { deliver, confirmed, treatments, sent, status, shop, sweep } = await openWithOrder();
    treatments.push({ takes: false, answers: false });
    await deliver(confirmed);
    shop.pass(FIFTEEN_MINUTES - 1);
    await sweep();
    expect(sent).toHaveLength(0);

    shop.pass(1);
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(sent).toHaveLength(1);
    expect(await status()).toEqual(["sent"]);
    shop.pass(FIFTEEN_MINUTES);
    await sweep();
    expect(sent).toHaveLength(1);
  });

  test("a server error counts as lost: SES may have taken the mail before it failed", async () => {
    const { deliver, confirmed, treatments, requests, status } = await openWithOrder();
    treatments.push({ takes: false, answers: { status: 500, code: "InternalServiceErrorException" } });
    await deliver(confirmed);
    expect(await status()).toEqual(["sending"]);
    expect(requests()).toBe(1);
  });
});

describe("when SES says no", () => {
  test.each([
    { status: 429, code: "TooManyRequestsException" },
    { status: 400, code: "SendingPausedException" },
  ])("for now ($code), the mail is sent after a minute", async ({ status, code }) => {
    const room = await openWithOrder();
    room.treatments.push({ takes: false, answers: { status, code } });
    await room.deliver(room.confirmed);
    expect(await room.status()).toEqual(["owed"]);
    room.shop.pass(60);
    await room.sweep();
    expect(room.sent).toHaveLength(1);
    expect(await room.status()).toEqual(["sent"]);
  });

  test("for three days, the mail is given up, and its order shows it", async () => {
    const room = await openWithOrder();
    room.treatments.push(
      ...Array.from(
        { length: 100 },
        () => ({ takes: false, answers: { status: 400, code: "SendingPausedException" } }) as const,
      ),
    );
    await room.deliver(room.confirmed);
    for (let day = 0; day < 4; day++) {
      room.shop.pass(86_400);
      await room.sweep();
    }
    expect(await room.status()).toEqual(["undeliverable"]);
    expect(await room.shop.row({ pk: `ORDER#${room.orderNumber}`, sk: "MAIL-STATUS" })).toMatchObject({
      reason: "given-up",
    });
  });

  test("for good, the mail is undeliverable, its order shows it, and it is not tried again", async () => {
    const room = await openWithOrder();
    room.treatments.push({ takes: false, answers: { status: 400, code: "MessageRejected" } });
    await room.deliver(room.confirmed);
    expect(await room.status()).toEqual(["undeliverable"]);
    expect(await room.shop.facts("notifications.mail-undeliverable.v1")).toMatchObject([
      { data: { orderNumber: room.orderNumber, reason: "refused", template: "order-confirmed" } },
    ]);
    room.shop.pass(86_400);
    await room.sweep();
    expect(room.requests()).toBe(1);
  });
});

describe("an address that bounces or complains", () => {
  test.each([
    { address: "bounce@example.no", event: "Email Bounced", reason: "bounced" },
    { address: "complaint@example.no", event: "Email Complaint Received", reason: "complained" },
  ])("($reason) gets no more mail, and each order shows it", async ({ address, event, reason }) => {
    const room = await openWithOrder({ buyer: { name: "Kari Eksempel", email: address } });
    const { deliver, deliverEvents, confirmed, message, order, orderNumber, sent, shop } = room;
    const refund = refunded.of({ orderNumber, refundId: "re_1", paymentIntentId: "pi_1", amountOre: 95_000 });
    const getOrder = getOrderUseCase(shop.ports.orders, mailStatuses(shop.table));
    const shown = async () => (await getOrder(orderNumber, { kind: "guest", key: order.key })).mailStatus;
    await deliver(confirmed);
    expect(await shown()).toBeUndefined();

    await deliverEvents(event);
    expect(await shown()).toMatchObject({ status: "undeliverable", template: "order-confirmed", reason });
    expect(sent).toHaveLength(1);

    shop.pass(1);
    await deliver(message(refund));
    expect(sent).toHaveLength(1);
    expect(await shown()).toMatchObject({ template: "refunded", reason: "address-suppressed" });
    const facts = await shop.facts("notifications.mail-undeliverable.v1");
    expect(facts.map(({ data }) => data)).toMatchObject([{ reason }, { reason: "address-suppressed" }]);
  });

  test("is known by a hash only", async () => {
    const room = await openWithOrder({ buyer: { name: "Kari Eksempel", email: "bounce@example.no" } });
    await room.deliver(room.confirmed);
    await room.deliverEvents();
    const rows = (await room.shop.everything()).filter(({ sk }) => sk === "SUPPRESSION");
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("example.no");
  });

  test("one that bounces for now is told so on the order, and may get other mail", async () => {
    const room = await openWithOrder();
    await room.deliver(room.confirmed);
    const [row] = await room.rows();
    const detail = {
      eventType: "Bounce",
      mail: { messageId: "m", tags: { "mail-id": [String(row?.["mailId"])] } },
      bounce: { bounceType: "Transient", bouncedRecipients: [{ emailAddress: KARI.email }] },
    };
    await room.deliver({ id: "1", source: "aws.ses", "detail-type": "Email Bounced", detail });
    expect(await room.status()).toEqual(["undeliverable"]);
    const { orderNumber } = room;
    const refund = refunded.of({ orderNumber, refundId: "re_1", paymentIntentId: "pi_1", amountOre: 95_000 });
    await room.deliver(room.message(refund));
    expect(room.sent).toHaveLength(2);
  });
});
