import { epochSeconds, type Instant, plusSeconds } from "#kernel/clock";
import type { Origin } from "#kernel/origin";
import type { Write } from "#kernel/transaction-part";

/** Sort key of inbox rows, and what the unit of work says when one was there already. */
export const ALREADY_DELIVERED = "ALREADY-DELIVERED";

const DAY_SECONDS = 86_400;

/** SQS keeps a message 14 days at most, a dead-letter queue 14 more. */
const KEPT_DAYS = 35;

/**
 * Days after a fact in which its inbox rows are there for certain. Older ones are not handled: whether they were before, nobody
 * can tell. A day less than they are kept, for clocks that differ.
 */
export const REMEMBERED_DAYS = KEPT_DAYS - 1;

/** The row that makes N deliveries of one event one effect in one context. */
export function inboxWrite(delivery: NonNullable<Origin["delivery"]>, now: Instant): Write {
  return {
    kind: "create",
    key: { pk: `INBOX#${delivery.context}#${delivery.eventId}`, sk: ALREADY_DELIVERED },
    item: { handledAt: now, expiresAt: epochSeconds(plusSeconds(now, KEPT_DAYS * DAY_SECONDS)) },
    guards: [{ is: "absent", otherwise: "reload" }],
  };
}

/** True while the inbox can tell whether what happened then was handled. */
export function isRemembered(occurredAt: Instant, now: Instant): boolean {
  return now < plusSeconds(occurredAt, REMEMBERED_DAYS * DAY_SECONDS);
}
