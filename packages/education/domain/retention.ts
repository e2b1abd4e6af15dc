import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import { periodOf } from "./calendar.ts";
import type { Cohort } from "./cohort.ts";
import type { HandIn } from "./hand-in.ts";

/** Months that portfolios and essays are kept after their cohort's last day, by the day from which a rule holds. */
const KEPT: readonly { readonly from: string; readonly months: number }[] = [{ from: "2020-01-01", months: 12 }];

/** A changed rule or calendar is seen within so long: then every hand-in has been looked at again. */
const LOOK_AGAIN_SECONDS = 30 * 86_400;

/** When a cohort's portfolios and essays are deleted: the rule of its last day says how many months after it. */
export function deletedAt(cohort: Pick<Cohort, "gatherings">): Instant {
  const { last } = periodOf(cohort);
  const months = KEPT.findLast(({ from }) => from <= last)?.months ?? KEPT[0]?.months ?? 0;
  const day = new Date(`${last}T00:00:00.000Z`);
  day.setUTCMonth(day.getUTCMonth() + months);
  return toInstant(day.getTime());
}

/** When a hand-in has to be looked at next: an upload that is given up, its deletion, or the next look at the rule. */
export function nextDue({ documents }: HandIn, cohort: Pick<Cohort, "gatherings">, now: Instant): Instant {
  const uploads = documents.flatMap(({ file }) => (file?.status === "awaiting-upload" ? [file.uploadBy] : []));
  return [deletedAt(cohort), plusSeconds(now, LOOK_AGAIN_SECONDS), ...uploads].toSorted()[0] ?? now;
}
