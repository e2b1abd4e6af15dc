import type { Instant } from "#kernel/clock";
import { type CorrelationId, type Envelope, EventId, type Fact } from "#kernel/event";
import { mint, type RandomBytes } from "#kernel/id";
import type { Write } from "#kernel/transaction-part";

/** Partition keys of outbox rows begin so; the publisher's stream filter looks for it. */
export const OUTBOX_PREFIX = "OUTBOX#";

/** The fact's outbox row: written with its effect, published from the stream, and kept as the audit log. */
export function outboxWrite(fact: Fact, correlationId: CorrelationId, now: Instant, random: RandomBytes): Write {
  const id = mint(EventId, random);
  const envelope: Envelope = { id, type: fact.type, occurredAt: now, correlationId, data: fact.data };
  return {
    kind: "create",
    key: { pk: `${OUTBOX_PREFIX}${id}`, sk: "EVENT" },
    item: {
      envelope: JSON.stringify(envelope),
      listPartition: eventsOfDay(now.slice(0, 10)),
      listSort: `${now}#${id}`,
    },
    guards: [{ is: "absent", otherwise: "reload" }],
  };
}

/** The partition of the list index that has a day's facts, oldest first. A day as `2026-11-02`, in UTC. */
export function eventsOfDay(day: string): string {
  return `events#${day}`;
}
