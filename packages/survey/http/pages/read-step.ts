import * as z from "zod";
import { refusal } from "#kernel/domain-error";
import { inLocale, type Locale } from "#kernel/locale";
import type { FormError } from "#platform/html/fields";
import { type FormFields, typed } from "#platform/http/form-reader";
import type { SaveAnswersCommand } from "../../app/save-answers.ts";
import type { Statement } from "../../domain/form.ts";
import { Revision } from "../../domain/link.ts";
import { scoreField, statementOf } from "./step-page.ts";
import { SURVEY_TEXT } from "./survey-text.ts";

const WHOLE_NUMBER = /^(?:[1-9]|10)$/;

/** What a page sends beside the numbers: the state it was shown with, and how many parts the form has. */
const Hidden = z.object({ revision: Revision, steps: z.coerce.number().int().min(1).max(99) });

/**
 * The numbers that a page's form sent, or the statements whose numbers can't be. Every field that looks like a number's goes
 * on, so that a statement of another form is refused and not passed over.
 *
 * @throws DomainError `invalid-request` when the form isn't one of ours
 */
export function readStep(
  fields: FormFields,
): (SaveAnswersCommand & { readonly steps: number }) | { readonly wrong: readonly string[] } {
  const hidden = Hidden.safeParse({ revision: typed(fields, "revision"), steps: typed(fields, "steps") });
  if (!hidden.success) {
    throw refusal("invalid-request", { errors: [{ pointer: "/body", message: "Not as our form sends it." }] });
  }
  const sent = Object.entries(fields).flatMap(([field, value]) => {
    const statementId = statementOf(field);
    return statementId === undefined ? [] : [{ statementId, value }];
  });
  const wrong = sent.filter(({ value }) => typeof value !== "string" || !WHOLE_NUMBER.test(value));
  if (wrong.length > 0) return { wrong: wrong.map(({ statementId }) => statementId) };
  const scores = Object.fromEntries(sent.map(({ statementId, value }) => [statementId, Number(value)]));
  return { ...hidden.data, scores };
}

/** What is wrong with each of these numbers, at its statement where the page has it. */
export function wrongScores(
  wrong: readonly string[],
  statements: readonly Statement[],
  locale: Locale,
): readonly FormError[] {
  const { wrong: message } = SURVEY_TEXT[locale].step;
  const known = new Map(statements.map(({ statementId, text }) => [statementId, inLocale(text, locale)]));
  return wrong.map((statementId) => {
    const statement = known.get(statementId);
    return statement === undefined
      ? { message: message(statementId) }
      : { field: scoreField(statementId), message: message(statement) };
  });
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
