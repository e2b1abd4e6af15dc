import * as z from "zod";
import { type Instant, plusSeconds } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import type { OfferingId } from "#kernel/ids";

/** What comes due once for a whole offering. */
export const DueKind = z.enum(["offering-reminder", "naming-reminder", "health-deletion"]);
export type DueKind = z.infer<typeof DueKind>;

/** What of an offering its schedule depends on. */
export interface Scheduled {
  readonly offeringId: OfferingId;
  readonly status: "draft" | "published" | "cancelled";
  readonly sessions: readonly { readonly startsAt: Instant; readonly endsAt: Instant }[];
  readonly namingDeadline: Instant;
  readonly reminderHours: number;
}

/** Buyers of places without a name have so long from the reminder to the deadline. */
const NAMING_REMINDER_SECONDS = 72 * 3600;

/** Answers about health are deleted so long after the last session (GDPR art. 5 (1) e: no longer than needed). */
const HEALTH_KEPT_SECONDS = 14 * 86_400;

export function dueTimes(offering: Scheduled): Readonly<Record<DueKind, Instant>> {
  const starts = offering.sessions.map(({ startsAt }) => startsAt).toSorted();
  const ends = offering.sessions.map(({ endsAt }) => endsAt).toSorted();
  const [first] = starts;
  const last = ends.at(-1);
  invariant(first !== undefined && last !== undefined, "an offering has at least one session");
  return {
    "offering-reminder": plusSeconds(first, -offering.reminderHours * 3600),
    "naming-reminder": plusSeconds(offering.namingDeadline, -NAMING_REMINDER_SECONDS),
    "health-deletion": plusSeconds(last, HEALTH_KEPT_SECONDS),
  };
}

/** What is due at another time than before: a reminder that was sent isn't sent again unless its time has moved. */
export function movedTimes(before: Scheduled | undefined, after: Scheduled): (readonly [DueKind, Instant])[] {
  const was = before && dueTimes(before);
  const is = dueTimes(after);
  return DueKind.options.filter((kind) => was?.[kind] !== is[kind]).map((kind) => [kind, is[kind]] as const);
}
