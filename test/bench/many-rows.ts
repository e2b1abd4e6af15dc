import type { Instant } from "#kernel/clock";
import { EventId } from "#kernel/event";
import { mint } from "#kernel/id";
import { OfferingId, PlaceId } from "#kernel/ids";
import { newOrderNumber } from "#kernel/order-number";
import { orderConfirmed } from "#ordering/events/order-confirmed";
import type { StoredRow } from "#platform/dynamo/walk";
import { systemRandom } from "#platform/random";
import { countersOf } from "#registration/domain/capacity";
import { KARI, ORDINARY } from "#test/shop";

const OF_AN_OFFERING = 500;

/** What at least `rows` rows of a shop look like in which everything adds up: six an order for one place, paid by card. */
export function manyRows(rows: number, now: Instant): StoredRow[] {
  const made: StoredRow[] = [];
  while (made.length < rows) made.push(...offering(now));
  return made;
}

function offering(now: Instant): StoredRow[] {
  const offeringId = mint(OfferingId, systemRandom);
  const pk = `OFFERING#${offeringId}`;
  const limits = { version: 1, capacity: OF_AN_OFFERING, allotments: [], ticketTypes: [{ ticketTypeId: ORDINARY }] };
  const none = Object.entries(countersOf(limits)).map(([name, count]) => [name, count === OF_AN_OFFERING ? 0 : count]);
  const described = {
    ...limits,
    kind: "course",
    title: { nb: "Grunnkurs i Bergen" },
    sessions: [{ startsAt: now, endsAt: now }],
    venue: { kind: "place", name: "Eksempel skole", address: "Eksempelveien 1, 5003 Bergen" },
    ticketTypes: [
      { ticketTypeId: ORDINARY, name: { nb: "Ordinær" }, price: 95_000, vatAllocation: VAT, who: "everyone" },
    ],
    ...{ signUpOpensAt: now, signUpClosesAt: now, namingDeadline: now, cancellationDeadline: now },
    ...{ includedGoods: [], questions: [], reminderHours: 48, status: "published", offeringId },
  };
  const orders = Array.from({ length: OF_AN_OFFERING }, () => order(offeringId, now));
  return [{ pk, sk: "OFFERING", ...described }, { pk, sk: "CAPACITY", ...Object.fromEntries(none) }, ...orders.flat()];
}

const VAT = { version: "2026-1", shares: [{ what: "teaching", category: "E", weight: 1 }] };

function order(offeringId: OfferingId, now: Instant): StoredRow[] {
  const [orderNumber, placeId, eventId] = [
    newOrderNumber(systemRandom),
    mint(PlaceId, systemRandom),
    mint(EventId, systemRandom),
  ];
  const pk = `ORDER#${orderNumber}`;
  const [amount, key, version] = [95_000, "0".repeat(32), 1];
  const line = {
    line: 1,
    title: { nb: "Grunnkurs" },
    unitPrice: amount,
    amount,
    vat: [{ what: "teaching", category: "E", basisPoints: 0, net: amount, vat: 0, gross: amount }],
  };
  const place = { kind: "place", offeringId, ticketTypeId: ORDINARY, placeId, startsAt: now };
  const envelope = {
    id: eventId,
    type: orderConfirmed.type,
    occurredAt: now,
    correlationId: "bench",
    data: { orderNumber },
  };
  const mailId = `${eventId}.order-confirmed.0`;
  const capture = {
    paymentIntentId: `pi_${orderNumber}`,
    amount,
    currency: "nok",
    capturedAt: now,
    quarantined: false,
  };
  const paid = {
    orderNumber,
    key,
    placedAt: now,
    locale: "nb",
    buyer: KARI,
    payment: "card",
    status: "confirmed",
    confirmedAt: now,
  };
  const taken = { placeId, offeringId, ticketTypeId: ORDINARY, orderNumber, status: "confirmed", participant: KARI };
  const notice = { template: "order-confirmed", orderNumber };
  const sent = { status: "sent", sentAt: now, messageId: "ses", attempts: 1, owedAt: now, correlationId: "bench" };
  return [
    { pk, sk: "ORDER", ...paid, lines: [{ ...line, ...place }], total: amount, paid: amount, version },
    {
      pk,
      sk: "PAYMENT",
      orderNumber,
      state: "paid",
      attempt: 1,
      sessionExpiresAt: now,
      captures: [capture],
      refunds: [],
      disputes: [],
      version,
    },
    {
      pk: `OFFERING#${offeringId}`,
      sk: `PLACE#${placeId}`,
      ...taken,
      answers: [],
      healthAnswered: false,
      goods: [],
      takenAt: now,
      version,
    },
    { pk: `OUTBOX#${eventId}`, sk: "EVENT", envelope: JSON.stringify(envelope) },
    { pk: `MAIL#${mailId}`, sk: "MAIL", mailId, notice, ...sent, version },
    { pk: `INBOX#notifications#${eventId}`, sk: "ALREADY-DELIVERED", handledAt: now },
  ];
}
