import * as z from "zod";
import { Instant, plusSeconds } from "#kernel/clock";
import { TextLine } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { OfferingId } from "#kernel/ids";
import { StaffText } from "#kernel/locale";
import { ConsentText } from "./consent.ts";
import type { StudyForms } from "./form.ts";
import { type GatheringDays, usualExtraAt } from "./plan-waves.ts";
import { Study, type StudyId, USUAL_LIMIT, type Wave } from "./study.ts";

/** A study as an administrator opens it. */
export const OpenStudyRequest = z.strictObject({
  cohortId: OfferingId,
  title: StaffText,
  forms: Study.shape.forms,
  /** The first `dayId` of each gathering that the extra form is asked at; left out: the first, the middle and the last. */
  extraAt: z.array(z.string().max(30)).max(20).optional(),
  consent: ConsentText,
  /** Left out: the usual. */
  limit: Study.shape.limit.default(USUAL_LIMIT),
  limitReason: TextLine.optional(),
  /** When it closes by itself; left out: 60 days after its last form. */
  closesAt: Instant.optional(),
});
export type OpenStudyRequest = z.infer<typeof OpenStudyRequest>;

const AFTER_LAST_SECONDS = 60 * 86_400;

/** @throws DomainError `survey-limit-needs-reason`, `survey-gathering-unknown`, `survey-forms-disagree` */
export function studyOf(
  { extraAt, limitReason, ...request }: OpenStudyRequest,
  {
    studyId,
    forms,
    gatherings,
    now,
  }: {
    readonly studyId: StudyId;
    readonly forms: StudyForms;
    readonly gatherings: readonly GatheringDays[];
    readonly now: Instant;
  },
): Omit<Study, "closesAt"> {
  const lower = request.limit < USUAL_LIMIT;
  if (lower && limitReason === undefined) throw refusal("survey-limit-needs-reason", { usual: USUAL_LIMIT });
  const first = new Set(gatherings.map(({ days }) => days[0]?.dayId));
  const strange = (extraAt ?? []).filter((dayId) => !first.has(dayId));
  if (strange.length > 0) throw refusal("survey-gathering-unknown", { dayIds: strange });
  refuseDisagreement(forms);
  return {
    studyId,
    cohortId: request.cohortId,
    title: request.title,
    forms: request.forms,
    extraAt: forms.extra ? (extraAt ?? usualExtraAt(gatherings)) : [],
    consent: request.consent,
    limit: request.limit,
    ...(lower && { limitReason }),
    status: "open",
    openedAt: now,
    version: 1,
  };
}

/**
 * When a study closes, after all of its waves.
 *
 * @throws DomainError `survey-cohort-over`, `survey-closes-too-early`
 */
export function closingOf(asked: Instant | undefined, waves: readonly Pick<Wave, "closesAt">[]): Instant {
  const last = waves
    .map(({ closesAt }) => closesAt)
    .sort()
    .at(-1);
  if (last === undefined) throw refusal("survey-cohort-over", {});
  if (asked !== undefined && asked < last) throw refusal("survey-closes-too-early", { lastWaveClosesAt: last });
  return asked ?? plusSeconds(last, AFTER_LAST_SECONDS);
}

/** When an open study closes after its calendar was changed: as before, or after its last form anew if that is later. */
export function closingAfterChange(closesAt: Instant, waves: readonly Pick<Wave, "closesAt">[]): Instant {
  return waves.some((wave) => wave.closesAt > closesAt) ? closingOf(undefined, waves) : closesAt;
}

/**
 * A statement is known by its id, in A and C together: it must be the same there, and the extra form's are its own.
 *
 * @throws DomainError `survey-forms-disagree`
 */
function refuseDisagreement({ A, C, extra }: StudyForms): void {
  const inA = new Map(A.statements.map((statement) => [statement.statementId, statement]));
  const others = C.statements.filter(({ statementId, value, text }) => {
    const same = inA.get(statementId);
    return same !== undefined && (same.value !== value || same.text.nb !== text.nb);
  });
  const main = new Set([...A.statements, ...C.statements].map(({ statementId }) => statementId));
  const shared = (extra?.statements ?? []).filter(({ statementId }) => main.has(statementId));
  const statementIds = [...others, ...shared].map(({ statementId }) => statementId);
  if (statementIds.length > 0) throw refusal("survey-forms-disagree", { statementIds });
}
