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
 * Whether somebody gets the round's mail. Invited is everybody who takes part and hasn't said no. Reminded is who was at the
 * gathering, hasn't said no, and hasn't answered all.
 */
export function isMailed(
  round: Round,
  { dayIds }: Pick<Wave, "dayIds">,
  { status, attendance }: Attending,
  { consent, complete }: { readonly consent: ConsentStatus; readonly complete: boolean },
): boolean {
  if (status !== "active" || consent === "declined" || consent === "withdrawn") return false;
  if (round === "invitation") return true;
  const wasThere = dayIds.some((dayId) => ["present", "half"].includes(attendance[dayId]?.mark ?? "absent"));
  return wasThere && !complete;
}
