import type { Eligibility } from "#education/ports/grounds";
import { type Cohort, daysHeld, type Participation } from "#education/ports/participations";
import type { Instant } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import { norwegianDay } from "#kernel/norwegian-time";
import type { Snapshot } from "../domain/certificate.ts";
import { COMPETENCE_GOALS, TRAINER } from "../domain/competence.ts";

/** Who issues: the owner's to decide. A certificate is valid for good. */
export interface Issuing {
  readonly issuer: string;
}

/** What is certified of a participant who qualifies, as it stands now. */
export function snapshotOf(
  cohort: Cohort,
  { name, locale, portfolio }: Participation,
  { attendance: { halves, held } }: Extract<Eligibility, { eligible: true }>,
  { issuer }: Issuing,
  now: Instant,
): Snapshot {
  const days = daysHeld(cohort);
  const first = days[0];
  const last = days.at(-1);
  invariant(first !== undefined && last !== undefined, "who qualifies has attended days");
  return {
    name,
    locale,
    title: TRAINER,
    education: cohort.title,
    goals: [...COMPETENCE_GOALS],
    period: { from: norwegianDay(first.startsAt), to: norwegianDay(last.endsAt) },
    attendance: { halves, held },
    documents: portfolio.documents.length,
    essay: "approved",
    issuer,
    issuedAt: now,
  };
}
