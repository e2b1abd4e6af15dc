import type { Instant } from "#kernel/clock";
import type { ConsentStatus } from "./consent.ts";
import type { Wave } from "./study.ts";

export type Round = "invitation" | "reminder";

/** The round of mails that is under way now; none: nothing is to be mailed. */
export function roundOf({ status, round, remindsAt }: Wave, now: Instant): Round | undefined {
  if (status !== "open" || round === "done") return undefined;
  return round === "invitation" || remindsAt <= now ? round : undefined;
}

/** A participation, as far as mails need it. */
interface Attending {
  readonly status: "active" | "withdrawn";
  readonly attendance: Readonly<Record<string, { readonly mark: "present" | "half" | "absent" }>>;
}

/**
 * Whom a round is about, as the cohort's own lists tell: everybody who takes part is invited; who was at the gathering may be
 * reminded. Nothing of consent or answers is asked for here.
 */
export function isInRound(round: Round, { dayIds }: Pick<Wave, "dayIds">, { status, attendance }: Attending): boolean {
  if (status !== "active") return false;
  return round === "invitation" || dayIds.some((dayId) => WAS_THERE.has(attendance[dayId]?.mark));
}

const WAS_THERE: ReadonlySet<string | undefined> = new Set(["present", "half"]);

/** Whether somebody whom a round is about gets its mail: nobody who has said no, and no reminder for who has answered all. */
export function isMailed(
  round: Round,
  { consent, complete }: { readonly consent: ConsentStatus; readonly complete: boolean },
): boolean {
  if (consent === "declined" || consent === "withdrawn") return false;
  return round === "invitation" || !complete;
}
