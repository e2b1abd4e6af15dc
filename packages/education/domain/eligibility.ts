import type { Cohort } from "./cohort.ts";
import { daysHeld } from "./cohort.ts";
import type { HandInStatus, Participation } from "./participation.ts";

/** 80 %, in whole numbers: 5 times the days attended are at least 4 times the days held. */
export const ATTENDED = 5;
export const HELD = 4;

/** The documents a portfolio must have: 3 to 5, dated (rule 5). */
export const PORTFOLIO_LEAST = 3;
export const PORTFOLIO_MOST = 5;

export interface Attendance {
  /** Halves of days attended: two are a day. */
  readonly halves: number;
  readonly held: number;
  /** `dayId`s of days that are held and that this participant has no mark for. */
  readonly unmarked: readonly string[];
}

type Because =
  | { readonly reason: "withdrawn" }
  | { readonly reason: "day-nobody-was-marked"; readonly dayIds: readonly string[] }
  | { readonly reason: "unmarked-days"; readonly dayIds: readonly string[] }
  | { readonly reason: "attendance-below-80-percent"; readonly halves: number; readonly held: number }
  | { readonly reason: "portfolio-not-approved"; readonly status: HandInStatus }
  | { readonly reason: "portfolio-needs-3-to-5-documents"; readonly documents: number }
  | { readonly reason: "essay-not-approved"; readonly status: HandInStatus };

export type Eligibility =
  | { readonly eligible: true; readonly attendance: Attendance }
  | { readonly eligible: false; readonly attendance: Attendance; readonly because: readonly Because[] };

/** What a participant has attended of the days held. */
export function attendanceOf(
  cohort: Pick<Cohort, "gatherings">,
  { attendance }: Pick<Participation, "attendance">,
): Attendance {
  const days = daysHeld(cohort);
  const worth = { present: 2, half: 1, absent: 0 } as const;
  let halves = 0;
  for (const { dayId } of days) halves += worth[attendance[dayId]?.mark ?? "absent"];
  return {
    halves,
    held: days.length,
    unmarked: days.filter(({ dayId }) => !attendance[dayId]).map(({ dayId }) => dayId),
  };
}

/** 80 % passes exactly: 8 of 9 and 8 of 10 pass, 7 of 9 doesn't. */
export function attendedEnough({ halves, held }: Pick<Attendance, "halves" | "held">): boolean {
  return held > 0 && halves * ATTENDED >= held * 2 * HELD;
}

/** All days are marked and enough are attended, which a certificate may stand on. */
export function hasAttended(cohort: Pick<Cohort, "gatherings">, who: Pick<Participation, "attendance">): boolean {
  const attendance = attendanceOf(cohort, who);
  return attendance.unmarked.length === 0 && attendedEnough(attendance);
}

/**
 * Whether a participant gets a certificate (rule 5), and if not every reason why.
 *
 * @param everybody all who are active in the cohort: a day on which none of them was marked blocks the cohort
 */
export function eligibilityOf(
  cohort: Pick<Cohort, "gatherings">,
  participation: Participation,
  everybody: readonly Pick<Participation, "attendance" | "status">[],
): Eligibility {
  const attendance = attendanceOf(cohort, participation);
  const nobody = daysHeld(cohort)
    .filter(({ dayId }) => !everybody.some((each) => each.attendance[dayId]))
    .map(({ dayId }) => dayId);
  const unmarked = attendance.unmarked.filter((dayId) => !nobody.includes(dayId));
  const { portfolio, essay } = participation;
  const documents = portfolio.documents.length;
  const because: Because[] = [
    ...(participation.status === "withdrawn" ? [{ reason: "withdrawn" } as const] : []),
    ...(nobody.length > 0 ? [{ reason: "day-nobody-was-marked", dayIds: nobody } as const] : []),
    ...(unmarked.length > 0 ? [{ reason: "unmarked-days", dayIds: unmarked } as const] : []),
    ...(attendance.unmarked.length === 0 && !attendedEnough(attendance)
      ? [{ reason: "attendance-below-80-percent", halves: attendance.halves, held: attendance.held } as const]
      : []),
    ...(portfolio.status === "approved"
      ? []
      : [{ reason: "portfolio-not-approved", status: portfolio.status } as const]),
    ...(documents >= PORTFOLIO_LEAST && documents <= PORTFOLIO_MOST
      ? []
      : [{ reason: "portfolio-needs-3-to-5-documents", documents } as const]),
    ...(essay.status === "approved" ? [] : [{ reason: "essay-not-approved", status: essay.status } as const]),
  ];
  return because.length === 0 ? { eligible: true, attendance } : { eligible: false, attendance, because };
}
