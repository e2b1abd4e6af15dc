import * as z from "zod";
import { StaffText } from "#kernel/locale";

/** Who a form is for: A works with children, C with staff and organisation. The extra form is asked of both, beside theirs. */
export const FormKind = z.enum(["A", "C", "extra"]);
export type FormKind = z.infer<typeof FormKind>;

/** The form a participant answers at every gathering, chosen with their consent and kept for the whole study. */
export const MainForm = FormKind.exclude(["extra"]);
export type MainForm = z.infer<typeof MainForm>;

/** What statements are grouped by: the five values of SMART and work environment; and the extra form's three. */
export const Value = z.enum([
  "strengths",
  "participation",
  "recognition",
  "relation",
  "training",
  "work-environment",
  "life-quality",
  "coping",
  "stress",
]);
export type Value = z.infer<typeof Value>;

/** How well a statement fits: 1 (not at all) to 10 (entirely), whole numbers. */
export const Score = z.int().min(1).max(10);
export type Score = z.infer<typeof Score>;

/** Short and its own within a form, such as `uses-strengths`. The same id in forms A and C, or in next year's, is the same statement. */
export const StatementId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
export type StatementId = z.infer<typeof StatementId>;

export const Statement = z.strictObject({ statementId: StatementId, value: Value, text: StaffText });
export type Statement = z.infer<typeof Statement>;

/** As many as a sealed answer has room for. */
export const MOST_STATEMENTS = 60;

/** A form as an administrator writes it. Statements stand in the order they are asked, those of one value side by side. */
export const FormContent = z
  .strictObject({ title: StaffText, statements: z.array(Statement).min(1).max(MOST_STATEMENTS) })
  .refine(({ statements }) => new Set(statements.map(({ statementId }) => statementId)).size === statements.length, {
    path: ["statements"],
    message: "Each statement has an id of its own.",
  });
export type FormContent = z.infer<typeof FormContent>;

/** A version of a form. */
export const SurveyForm = z.object({
  ...FormContent.shape,
  kind: FormKind,
  /** From 1: next year's is one higher. */
  version: z.int().min(1),
  /** A study was opened with it: it is never changed again, only succeeded. */
  fixed: z.boolean(),
  /** From 1, one higher with each change: who changes it says which they saw. */
  revision: z.int().min(1),
});
export type SurveyForm = z.infer<typeof SurveyForm>;

/** The versions of the forms that a study asks. */
export interface StudyForms extends Readonly<Record<MainForm, SurveyForm>> {
  readonly extra?: SurveyForm | undefined;
}

/** Scores by `statementId`; a statement that isn't there hasn't been answered. */
export type Scores = Readonly<Record<StatementId, Score>>;

/** How many of a form's statements are unanswered. A form's answers count in results, and in who is reminded, from when none is. */
export function unanswered({ statements }: Pick<Step, "statements">, scores: Scores): number {
  return statements.filter(({ statementId }) => scores[statementId] === undefined).length;
}

/** One screen of questions: the statements of one value, in the form's order. */
export interface Step {
  readonly kind: FormKind;
  readonly value: Value;
  readonly statements: readonly Statement[];
}

/** All the screens of a wave's forms, in the order they are asked. */
export function stepsOf(forms: readonly Pick<SurveyForm, "kind" | "statements">[]): Step[] {
  return forms.flatMap(({ kind, statements }) =>
    [...Map.groupBy(statements, ({ value }) => value)].map(([value, each]) => ({ kind, value, statements: each })),
  );
}
