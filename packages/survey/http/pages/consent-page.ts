import { inLocale, type Locale } from "#kernel/locale";
import { formatMoment } from "#kernel/norwegian-time";
import { alert } from "#platform/html/alert";
import { choiceField, errorSummary, type FormError } from "#platform/html/fields";
import { postForm } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { type FormFields, typed } from "#platform/http/form-reader";
import type { OpenedLink } from "../../app/open-link.ts";
import { MainForm } from "../../domain/form.ts";
import type { Link } from "../../domain/link.ts";
import { surveyAddress } from "./addresses.ts";
import { SURVEY_TEXT } from "./survey-text.ts";

export interface ConsentView {
  readonly link: Link;
  readonly locale: Locale;
  readonly fields: FormFields;
  readonly errors: readonly FormError[];
}

/** What is asked, who answers for it and how answers are kept; then yes with one's form, or no. */
export function consentPage(opened: OpenedLink, { link, locale, fields, errors }: ConsentView): string {
  const { study, wave, choices } = opened;
  const text = SURVEY_TEXT[locale].consent;
  const until = formatMoment(wave.closesAt, locale);
  return layout({
    title: text.title,
    locale,
    languages: (lang) => surveyAddress(link, lang),
    main: html`${errorSummary(errors, locale)}
${saidBefore(opened, locale)}
<p class="ds-paragraph">${text.intro(inLocale(study.title, locale), inLocale(wave.title, locale), until)}</p>
${study.consent.text[locale].split(/\n\s*\n/).map((paragraph) => html`<p class="ds-paragraph">${paragraph}</p>`)}
<p class="ds-paragraph">${text.limit(study.limit)}</p>
${postForm({
  action: surveyAddress(link, locale, "/consent"),
  body: html`<input type="hidden" name="version" value="${study.consent.version}">
${choiceField({
  name: "form",
  label: text.choice,
  description: text.choiceWhy,
  choices: MainForm.options.map((value) => ({ value, label: inLocale(choices[value], locale) })),
  value: typed(fields, "form"),
  errors,
})}
<div class="centre-actions">${answerButton("yes", text.yes, "primary")}
${answerButton("no", text.no, "secondary")}</div>`,
})}`,
  });
}

function saidBefore({ consent }: OpenedLink, locale: Locale): Html {
  if (consent !== "declined" && consent !== "withdrawn") return html``;
  const { heading, body } = SURVEY_TEXT[locale].consent[consent];
  return alert("info", heading, html`<p class="ds-paragraph">${body}</p>`, "status");
}

function answerButton(value: "yes" | "no", label: string, variant: "primary" | "secondary"): Html {
  return html`<button class="ds-button" type="submit" name="answer" value="${value}" data-variant="${variant}">${label}</button>`;
}
