import type { Locale, Localised } from "#kernel/locale";
import { type Html, html } from "./html.ts";

/** What is wrong with one field, in the reader's words; without a field it concerns the whole form. */
export interface FormError {
  readonly field?: string | undefined;
  readonly message: string;
}

const SUMMARY_HEADING: Localised = {
  nb: "Du må rette dette før du kan gå videre",
  nn: "Du må rette dette før du kan gå vidare",
  en: "Correct this before you go on",
};

/** Every error of the form in one place above it, each a link to its field (WCAG 3.3.1). Nothing when there is none. */
export function errorSummary(errors: readonly FormError[], locale: Locale): Html {
  if (errors.length === 0) return html``;
  return html`<div class="ds-error-summary" role="alert" aria-labelledby="error-summary" tabindex="-1">
<h2 id="error-summary" class="ds-heading" data-size="xs">${SUMMARY_HEADING[locale]}</h2>
<ul class="ds-list">${errors.map(
    ({ field, message }) =>
      html`<li>${field ? html`<a class="ds-link" href="#${fieldId(field)}">${message}</a>` : message}</li>`,
  )}</ul>
</div>`;
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly errors: readonly FormError[];
}

export interface TextField extends Field {
  readonly value: string;
  readonly type?: "text" | "email";
  /** What the browser may fill in (WCAG 1.3.5); `off` when it is about somebody else. */
  readonly autocomplete: "name" | "email" | "organization" | "one-time-code" | "off";
  readonly inputMode?: "numeric";
  readonly multiline?: boolean;
}

export function textField(field: TextField): Html {
  const { name, value, type = "text", autocomplete, inputMode, multiline } = field;
  const error = errorOf(field);
  const common = html`class="ds-input" id="${fieldId(name)}" name="${name}" autocomplete="${autocomplete}"${described(field)}`;
  return html`<div class="ds-field">
<label class="ds-label" for="${fieldId(name)}">${field.label}</label>
${description(field)}
${
  multiline
    ? html`<textarea ${common} rows="3">${value}</textarea>`
    : html`<input ${common} type="${type}" value="${value}"${inputMode ? html` inputmode="${inputMode}"` : ""}>`
}
${error}
</div>`;
}

export interface ChoiceField extends Field {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
}

/** One of several, all in sight: radio buttons in a group with a name. */
export function choiceField(field: ChoiceField): Html {
  const { name, choices, value } = field;
  return html`<fieldset class="ds-fieldset"${described(field)}>
<legend class="ds-label">${field.label}</legend>
${description(field)}
${choices.map(
  (choice, index) => html`<div class="ds-field">
<input class="ds-input" type="radio" id="${index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`}" name="${name}" value="${choice.value}"${choice.value === value && html` checked`}>
<label class="ds-label" for="${index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`}">${choice.label}</label>
</div>`,
)}
${errorOf(field)}
</fieldset>`;
}

export interface ScaleField extends Field {
  /** The whole numbers to choose from, both included; the two ends are named to those who can't see what stands above. */
  readonly from: number;
  readonly to: number;
  readonly ends: readonly [lowest: string, highest: string];
  readonly value: string;
}

/** One number of a scale: radio buttons side by side, each large enough for a thumb. */
export function scaleField(field: ScaleField): Html {
  const { name, value, from, to, ends } = field;
  const numbers = Array.from({ length: to - from + 1 }, (_none, index) => from + index);
  const endOf = (number: number) => (number === from ? ends[0] : number === to ? ends[1] : undefined);
  return html`<fieldset class="ds-fieldset"${described(field)}>
<legend class="ds-label">${field.label}</legend>
${description(field)}
<div class="centre-scale">${numbers.map((number) => {
    const end = endOf(number);
    return html`<label><input type="radio" id="${fieldId(name)}${number > from && `-${number}`}" name="${name}" value="${number}"${String(number) === value && html` checked`}><span>${number}${end !== undefined && html`<span class="ds-sr-only">: ${end}</span>`}</span></label>`;
  })}</div>
${errorOf(field)}
</fieldset>`;
}

export function checkboxField(field: Field & { readonly checked: boolean }): Html {
  const { name } = field;
  return html`<div class="ds-field">
<input class="ds-input" type="checkbox" id="${fieldId(name)}" name="${name}" value="yes"${described(field)}${field.checked && html` checked`}>
<label class="ds-label" for="${fieldId(name)}">${field.label}</label>
${description(field)}
${errorOf(field)}
</div>`;
}

function fieldId(name: string): string {
  return `field-${name}`;
}

function described(field: Field): Html {
  const ids = [
    field.description !== undefined && `${fieldId(field.name)}-description`,
    hasError(field) && `${fieldId(field.name)}-error`,
  ].filter((id) => id !== false);
  return html`${ids.length > 0 && html` aria-describedby="${ids.join(" ")}"`}${hasError(field) && html` aria-invalid="true"`}`;
}

function description(field: Field): Html {
  if (field.description === undefined) return html``;
  return html`<p data-field="description" id="${fieldId(field.name)}-description">${field.description}</p>`;
}

function errorOf(field: Field): Html {
  const error = field.errors.find((each) => each.field === field.name);
  if (!error) return html``;
  return html`<p class="ds-validation-message" data-field="validation" id="${fieldId(field.name)}-error">${error.message}</p>`;
}

function hasError(field: Field): boolean {
  return field.errors.some((each) => each.field === field.name);
}
