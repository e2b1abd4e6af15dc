import * as z from "zod";
import { type Instant, Instant as InstantSchema, toInstant } from "#kernel/clock";

/** A walk over the table for what has been kept long enough: where it stands, and when the next one begins. */
export const RetentionRound = z.object({
  round: z.int().min(1),
  status: z.enum(["working", "done"]),
  cursor: z.string().optional(),
  nextAt: InstantSchema,
  /** Keys of the first rows that this round could not treat since they can't be read, `pk / sk`. */
  untreated: z.array(z.string()),
  version: z.int().min(1),
});
export type RetentionRound = z.infer<typeof RetentionRound>;

/** The round that is to be worked on now, as it is after `before`; undefined: the night's is done. */
export function roundAt(before: RetentionRound | undefined, now: Instant): RetentionRound | undefined {
  if (before?.status === "working") return before;
  if (before && now < before.nextAt) return undefined;
  const round = (before?.round ?? 0) + 1;
  return { round, status: "working", nextAt: nextNight(now), untreated: [], version: before?.version ?? 0 };
}

/** So many of them are named. */
const MOST_UNTREATED = 20;

/** The round after a page: further on, or done. */
export function afterPage(
  { cursor: _cursor, ...before }: RetentionRound,
  seen: { readonly untreated: readonly string[]; readonly cursor: string | undefined },
): RetentionRound {
  const untreated = [...before.untreated, ...seen.untreated].slice(0, MOST_UNTREATED);
  const round = { ...before, untreated, version: before.version + 1 };
  return seen.cursor === undefined ? { ...round, status: "done" } : { ...round, cursor: seen.cursor };
}

/** The next two o'clock in the night (UTC): when the fewest people wait for an answer. */
function nextNight(now: Instant): Instant {
  const night = new Date(now);
  night.setUTCHours(2, 0, 0, 0);
  if (night.getTime() <= Date.parse(now)) night.setUTCDate(night.getUTCDate() + 1);
  return toInstant(night.getTime());
}
