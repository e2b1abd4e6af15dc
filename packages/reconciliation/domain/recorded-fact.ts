import type { Instant } from "#kernel/clock";
import type { EventId } from "#kernel/event";
import type { Seen } from "#kernel/seen";

/** A fact of the outbox, which is the audit log: what is stored must follow from it. */
export interface RecordedFact extends Seen {
  readonly kind: "fact";
  readonly eventId: EventId;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly data: unknown;
}
