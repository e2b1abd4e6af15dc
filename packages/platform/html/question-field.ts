import { inLocale, type Locale, type StaffText } from "#kernel/locale";
import { type FormFields, typed } from "#platform/http/form-reader";
import { choiceField, type FormError, textField } from "./fields.ts";
import type { Html } from "./html.ts";

export interface AskedQuestion {
  readonly questionId: string;
  readonly text: StaffText;
  readonly kind: "text" | "choice" | "health";
  readonly choices?: readonly string[] | undefined;
  readonly required: boolean;
}

interface QuestionView {
  readonly locale: Locale;
  readonly fields: FormFields;
  readonly errors: readonly FormError[];
  /** The question as one that may be left out. */
  readonly optional: (asked: string) => string;
}

/** One of the questions that staff ask of each participant: several lines of text, or one of several choices. */
export function questionField(question: AskedQuestion, { locale, fields, errors, optional }: QuestionView): Html {
  const name = answerField(question.questionId);
  const asked = inLocale(question.text, locale);
  const label = question.required && question.kind !== "health" ? asked : optional(asked);
  const value = typed(fields, name);
  if (question.kind === "choice") {
    const choices = (question.choices ?? []).map((choice) => ({ value: choice, label: choice }));
    return choiceField({ name, label, choices, value, errors });
  }
  return textField({ name, label, value, autocomplete: "off", multiline: true, errors });
}

export function answerField(questionId: string): string {
  return `answer-${questionId}`;
}
