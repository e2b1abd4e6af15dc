import type { CorrelationId, EventId } from "./event.ts";

/** A request's `Idempotency-Key` within its scope (route and caller), and a hash of what was asked. */
export interface Idempotency {
  readonly scope: string;
  readonly key: string;
  readonly requestHash: string;
}

/** What set a command off: its correlation id, and what makes doing it twice the same as doing it once. */
export interface Origin {
  readonly correlationId: CorrelationId;
  /** Over HTTP: the row is written in the same transaction as the effect. */
  readonly idempotency?: Idempotency;
  /** From the queue: the inbox row (context, event id) is written in the same transaction as the effect. */
  readonly delivery?: { readonly context: string; readonly eventId: EventId | string };
}
