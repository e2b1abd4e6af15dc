import { epochSeconds, type Instant, plusSeconds } from "#kernel/clock";
import type { Origin } from "#kernel/origin";
import type { Write } from "#kernel/transaction-part";

/** Sort key of inbox rows, and what the unit of work says when one was there already. */
export const ALREADY_DELIVERED = "ALREADY-DELIVERED";

/** SQS keeps a message 14 days at most, a dead-letter queue 14 more; past that nothing can be delivered again. */
const KEPT_SECONDS = 35 * 86_400;

/** The row that makes N deliveries of one event one effect in one context. */
export function inboxWrite(delivery: NonNullable<Origin["delivery"]>, now: Instant): Write {
  return {
    kind: "create",
    key: { pk: `INBOX#${delivery.context}#${delivery.eventId}`, sk: ALREADY_DELIVERED },
    item: { handledAt: now, expiresAt: epochSeconds(plusSeconds(now, KEPT_SECONDS)) },
    guards: [{ is: "absent", otherwise: "reload" }],
  };
}
