import { inLocale, type Locale } from "#kernel/locale";
import { linkButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { Value } from "../../domain/form.ts";
import { Group, type StudyResults } from "../../domain/publication.ts";
import { resultsAddress, resultsFile } from "./addresses.ts";
import { statementsTable, valuesTable } from "./results-tables.ts";
import { RESULTS_TEXT } from "./results-text.ts";
import { valuesChart } from "./values-chart.ts";

const MAIN_VALUES: readonly Value[] = [
  "strengths",
  "participation",
  "recognition",
  "relation",
  "training",
  "work-environment",
];
const EXTRA_VALUES: readonly Value[] = ["life-quality", "coping", "stress"];

/** A study's results for those who may read them: by value as chart and table, statement by statement, and what isn't shown. */
export function resultsPage(results: StudyResults, group: Group, locale: Locale): string {
  const text = RESULTS_TEXT[locale];
  const shown = results.waves.length > 0;
  return layout({
    title: text.title(inLocale(results.title, locale)),
    locale,
    languages: (lang) => resultsAddress(results.studyId, group, lang),
    main: html`${
      shown
        ? html`${groupChoice(results, group, locale)}
<p class="ds-paragraph">${text.howRead}</p>
${byValue(results, group, MAIN_VALUES, locale)}
${byValue(results, group, EXTRA_VALUES, locale)}
<section><h2 class="ds-heading" data-size="sm">${text.statements}</h2>
${[...MAIN_VALUES, ...EXTRA_VALUES].map((value) => statementsTable(results, group, value, locale))}</section>
<p class="centre-screen">${linkButton(resultsFile(results.studyId, locale), text.csv, "secondary")}</p>`
        : html`<p class="ds-paragraph">${text.none}</p>`
    }
${whatIsNot(results, group, locale)}`,
  });
}

function groupChoice({ studyId }: StudyResults, current: Group, locale: Locale): Html {
  const text = RESULTS_TEXT[locale];
  return html`<nav aria-label="${text.chooseGroup}"><ul class="centre-languages">${Group.options.map(
    (group) =>
      html`<li><a class="ds-link" href="${resultsAddress(studyId, group, locale)}"${group === current && html` aria-current="true"`}>${text.groups[group]}</a></li>`,
  )}</ul></nav>`;
}

function byValue(results: StudyResults, group: Group, values: readonly Value[], locale: Locale): Html | undefined {
  const text = RESULTS_TEXT[locale];
  const extra = values === EXTRA_VALUES;
  const chart = valuesChart(results, { id: extra ? "extra-chart" : "chart", group, values, locale });
  if (!chart) return undefined;
  const heading = extra ? text.extra : text.byValue;
  return html`<section><h2 class="ds-heading" data-size="sm">${heading}</h2>
${extra && html`<p class="ds-paragraph">${text.stress}</p>`}
<div class="centre-scroll" tabindex="0" role="region" aria-label="${heading}">${chart}</div>
${valuesTable(results, group, values, locale)}</section>`;
}

function whatIsNot({ limit, limitReason }: StudyResults, group: Group, locale: Locale): Html {
  const { notShown: text } = RESULTS_TEXT[locale];
  const told = [
    text.limit(limit),
    ...(limitReason === undefined ? [] : [text.lower(limitReason)]),
    ...(group === "all" ? [text.shared] : []),
    text.frozen,
  ];
  return html`<section><h2 class="ds-heading" data-size="sm">${text.heading}</h2>
${told.map((each) => html`<p class="ds-paragraph">${each}</p>`)}</section>`;
}
