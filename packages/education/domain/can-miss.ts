import type { Cohort } from "./cohort.ts";
import { ATTENDED, attendanceOf, HELD } from "./eligibility.ts";
import type { Participation } from "./participation.ts";

export interface CanMiss {
  /** Halves of days that may still be missed: two are a day. */
  readonly halves: number;
  /** Whether 80 % can still be reached by attending every day that is left. */
  readonly reachable: boolean;
}

/** How much of the days that are left somebody can miss and still have attended 80 % of all that are held. */
export function canMiss(cohort: Pick<Cohort, "gatherings">, participation: Pick<Participation, "attendance">): CanMiss {
  const { halves, held, unmarked } = attendanceOf(cohort, participation);
  const left = 2 * unmarked.length;
  const needed = Math.ceil((2 * held * HELD) / ATTENDED);
  const spare = halves + left - needed;
  return { halves: Math.min(left, Math.max(0, spare)), reachable: spare >= 0 };
}
