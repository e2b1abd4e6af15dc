import { refusal } from "#kernel/domain-error";
import {
  type MainForm,
  Score,
  type Scores,
  type StatementId,
  type StudyForms,
  type SurveyForm,
  unanswered,
} from "./form.ts";

/** One candidate's answers in one wave: to their form and, where it is asked, the extra form. It names nobody. */
export interface AnswerSheet {
  readonly form: MainForm;
  /** The newest link that was mailed for it: older ones are refused. 0: the invitation's. */
  readonly issue: number;
  /** A mark of the device that saved by that link; none: nobody has yet. */
  readonly device?: string | undefined;
  readonly scores: Scores;
}

/** What a visitor brings, beside who they are: which of the links that were mailed, and a mark of their device. */
interface Bearing {
  readonly issue: number;
  readonly device: string | undefined;
}

/**
 * Whether this link, on this device, may see and change the sheet.
 *
 * @throws DomainError `survey-link-replaced`, `survey-link-in-use`
 */
export function assertMayUse(sheet: AnswerSheet | undefined, { issue, device }: Bearing): void {
  if (!sheet || issue > sheet.issue) return;
  if (issue < sheet.issue) throw refusal("survey-link-replaced", {});
  if (sheet.device !== undefined && sheet.device !== device) throw refusal("survey-link-in-use", {});
}

/** The forms a sheet of this kind answers, of all that the wave has. */
export function formsOf(forms: StudyForms, main: MainForm, extra: boolean): SurveyForm[] {
  return [forms[main], extra ? forms.extra : undefined].filter((form) => form !== undefined);
}

/**
 * The sheet with these scores on it.
 *
 * @throws DomainError `survey-statement-unknown`, `survey-score-invalid`
 */
export function answered(
  before: AnswerSheet | undefined,
  forms: readonly Pick<SurveyForm, "statements">[],
  scores: Scores,
  by: Bearing & { readonly form: MainForm },
): AnswerSheet {
  const known = new Set<StatementId>(
    forms.flatMap(({ statements }) => statements.map(({ statementId }) => statementId)),
  );
  const strange = Object.keys(scores).filter((statementId) => !known.has(statementId));
  if (strange.length > 0) throw refusal("survey-statement-unknown", { statementIds: strange.slice(0, 20) });
  const wrong = Object.entries(scores).flatMap(([statementId, score]) =>
    Score.safeParse(score).success ? [] : [statementId],
  );
  if (wrong.length > 0) throw refusal("survey-score-invalid", { statementIds: wrong });
  const { form, issue, device } = by;
  return { form, issue, device, scores: { ...before?.scores, ...scores } };
}

/** Whether two sheets say the same. */
export function sameSheet(one: AnswerSheet | undefined, other: AnswerSheet): boolean {
  if (!one || one.form !== other.form || one.issue !== other.issue || one.device !== other.device) return false;
  const ids = new Set([...Object.keys(one.scores), ...Object.keys(other.scores)]);
  return [...ids].every((id) => one.scores[id] === other.scores[id]);
}

/** Whether the form is answered to its end, and so counts. */
export function isComplete(sheet: Pick<AnswerSheet, "scores"> | undefined, form: SurveyForm | undefined): boolean {
  return sheet !== undefined && form !== undefined && unanswered(form, sheet.scores) === 0;
}
