import { inLocale, type Locale } from "#kernel/locale";
import { errorSummary, type FormError, scaleField } from "#platform/html/fields";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { Answering } from "../../app/open-link.ts";
import { type Step, stepsOf } from "../../domain/form.ts";
import type { Link } from "../../domain/link.ts";
import { VALUE_NAMES } from "../value-names.ts";
import { surveyAddress } from "./addresses.ts";
import { SURVEY_TEXT } from "./survey-text.ts";

export interface StepView {
  readonly link: Link;
  readonly locale: Locale;
  /** From 1; one that there is. */
  readonly number: number;
  /** What was just chosen, by statement, where it isn't what is saved. */
  readonly chosen?: Readonly<Record<string, string>>;
  readonly errors?: readonly FormError[];
}

/** One value's statements: each with a number to choose, saved when one goes on. */
export function stepPage({ forms, scores, revision }: Answering, view: StepView): string {
  const { link, locale, number, chosen = {}, errors = [] } = view;
  const { step: text, ends, withdraw } = SURVEY_TEXT[locale];
  const steps = stepsOf(forms);
  const step = stepAt(steps, number);
  const address = (lang: Locale) => surveyAddress(link, lang, `/steps/${number}`);
  return layout({
    title: text.title(VALUE_NAMES[locale][step.value], number, steps.length),
    locale,
    languages: address,
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph">${text.scale}</p>
${postForm({
  action: address(locale),
  body: html`<input type="hidden" name="revision" value="${revision}"><input type="hidden" name="steps" value="${steps.length}">
${step.statements.map(({ statementId, text: statement }) =>
  scaleField({
    name: scoreField(statementId),
    label: inLocale(statement, locale),
    from: 1,
    to: 10,
    ends,
    value: chosen[statementId] ?? String(scores[statementId] ?? ""),
    errors,
  }),
)}
<div class="centre-actions">${submitButton(number === steps.length ? text.finish : text.save)}
${number > 1 && linkButton(surveyAddress(link, locale, `/steps/${number - 1}`), text.back, "secondary")}</div>`,
})}
<p class="ds-paragraph" data-size="sm">${text.saves}</p>
<p class="ds-paragraph" data-size="sm"><a class="ds-link" href="${surveyAddress(link, locale, "/withdrawal")}">${withdraw}</a></p>`,
  });
}

/** @throws Error when there is no such step: whoever asks has looked */
function stepAt(steps: readonly Step[], number: number): Step {
  const step = steps[number - 1];
  if (!step) throw new Error(`There are ${steps.length} steps, and number ${number} was asked for`);
  return step;
}

const SCORE_FIELD = "score-";

/** The field that a statement's number is sent in. */
export function scoreField(statementId: string): string {
  return `${SCORE_FIELD}${statementId}`;
}

/** The statement whose number a field is; nothing for another field. */
export function statementOf(field: string): string | undefined {
  return field.startsWith(SCORE_FIELD) ? field.slice(SCORE_FIELD.length) : undefined;
}
