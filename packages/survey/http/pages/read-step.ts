import { refusal } from "#kernel/domain-error";
import { inLocale, type Locale } from "#kernel/locale";
import { type FormFields, type FormRead, typed } from "#platform/http/form-reader";
import type { SaveAnswersCommand } from "../../app/save-answers.ts";
import type { Statement } from "../../domain/form.ts";
import { Revision } from "../../domain/link.ts";
import { scoreField, statementOf } from "./step-page.ts";
import { SURVEY_TEXT } from "./survey-text.ts";

const WHOLE_NUMBER = /^(?:[1-9]|10)$/;

/**
 * The numbers that a page's form sent. Every field that looks like a number's goes on, so that a statement of another form is
 * refused and not passed over.
 *
 * @throws DomainError `invalid-request` when the form isn't one of ours: without the state it was shown with
 */
export function readStep(
  fields: FormFields,
  statements: readonly Statement[],
  locale: Locale,
): FormRead<SaveAnswersCommand> {
  const revision = Revision.safeParse(typed(fields, "revision"));
  if (!revision.success) {
    throw refusal("invalid-request", { errors: [{ pointer: "/body/revision", message: "Not a revision of ours." }] });
  }
  const sent = Object.entries(fields).flatMap(([field, value]) => {
    const statementId = statementOf(field);
    return statementId === undefined ? [] : [{ statementId, value }];
  });
  const wrong = sent.filter(({ value }) => typeof value !== "string" || !WHOLE_NUMBER.test(value));
  if (wrong.length > 0) {
    const { wrong: message } = SURVEY_TEXT[locale].step;
    const textOf = new Map(statements.map(({ statementId, text }) => [statementId, inLocale(text, locale)]));
    return {
      errors: wrong.map(({ statementId }) => {
        const statement = textOf.get(statementId);
        return {
          message: message(statement ?? statementId),
          ...(statement !== undefined && { field: scoreField(statementId) }),
        };
      }),
    };
  }
  return {
    value: {
      revision: revision.data,
      scores: Object.fromEntries(sent.map(({ statementId, value }) => [statementId, Number(value)])),
    },
  };
}

/** What the form had chosen, by statement, to be shown again. */
export function chosenIn(fields: FormFields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(fields).flatMap((field) => {
      const statementId = statementOf(field);
      return statementId === undefined ? [] : [[statementId, typed(fields, field)]];
    }),
  );
}
