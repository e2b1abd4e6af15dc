import type { TransactionPart } from "#kernel/transaction-part";
import type { FormKind, SurveyForm } from "../domain/form.ts";

/** The survey's forms, in all their versions. */
export interface Forms {
  get(kind: FormKind, version: number): Promise<SurveyForm | undefined>;
  /** The newest version first. */
  list(kind: FormKind): Promise<readonly SurveyForm[]>;
  /** Fails with "decide again" when the version is taken. */
  add(form: SurveyForm): TransactionPart;
  /** @throws in its transaction `survey-form-fixed`, or `changed-meanwhile` when it isn't as it was read */
  replace(before: SurveyForm, after: SurveyForm): TransactionPart;
  /** Nobody changes it from now on. It must be as it was read; else the command decides again. */
  fix(form: SurveyForm): TransactionPart;
}
