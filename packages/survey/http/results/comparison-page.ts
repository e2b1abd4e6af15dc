import { inLocale, type Locale } from "#kernel/locale";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { spanChart } from "#platform/html/span-chart";
import { type ComparedLine, type Comparison, Group } from "../../domain/publication.ts";
import { VALUE_NAMES } from "../value-names.ts";
import { comparisonAddress } from "./addresses.ts";
import { formatChange, formatTenths } from "./figures.ts";
import { notShown } from "./results-tables.ts";
import { RESULTS_TEXT } from "./results-text.ts";

/** Studies side by side: each value as a span from its first to its last shown mean, then value by value and statement by statement. */
export function comparisonPage(comparison: Comparison, group: Group, locale: Locale): string {
  const text = RESULTS_TEXT[locale];
  const studyIds = comparison.studies.map(({ studyId }) => studyId);
  const lines = comparison.lines.filter((line) => line.group === group);
  return layout({
    title: text.comparison,
    locale,
    languages: (lang) => comparisonAddress(studyIds, group, lang),
    main: html`<nav aria-label="${text.chooseGroup}"><ul class="centre-languages">${Group.options.map(
      (each) =>
        html`<li><a class="ds-link" href="${comparisonAddress(studyIds, each, locale)}"${each === group && html` aria-current="true"`}>${text.groups[each]}</a></li>`,
    )}</ul></nav>
<p class="ds-paragraph">${text.comparisonHow}</p>
<div class="centre-scroll" tabindex="0" role="region" aria-label="${text.comparisonChart}">${chart(comparison, lines, locale)}</div>
${table(comparison, lines, locale)}
<section><h2 class="ds-heading" data-size="sm">${text.notShown.heading}</h2>
${comparison.studies.map(({ title, limit }) => html`<p class="ds-paragraph">${inLocale(title, locale)}: ${text.notShown.limit(limit)}</p>`)}</section>`,
  });
}

/** What is shown of each value's first and last mean, as a picture. */
function chart({ studies }: Comparison, lines: readonly ComparedLine[], locale: Locale): Html {
  const text = RESULTS_TEXT[locale];
  const groups = lines.flatMap(({ value, statement, studies: each }) => {
    if (statement) return [];
    const spans = each.flatMap(({ first, last }, index) => {
      const title = studies[index]?.title;
      if (first === undefined || last === undefined || !title) return [];
      return [{ label: inLocale(title, locale), from: first / 10, to: last / 10 }];
    });
    return spans.length > 0 ? [{ label: VALUE_NAMES[locale][value], spans }] : [];
  });
  const write = (value: number) => formatTenths(Math.round(value * 10), locale);
  return spanChart({
    id: "comparison",
    title: text.comparisonChart,
    description: groups
      .flatMap(({ label, spans }) =>
        spans.map((span) => text.line(`${label}, ${span.label},`, write(span.from), write(span.to))),
      )
      .join(" "),
    groups,
    scale: { lowest: 1, highest: 10 },
    write,
  });
}

function table({ studies }: Comparison, lines: readonly ComparedLine[], locale: Locale): Html {
  const text = RESULTS_TEXT[locale];
  const means = (tenths: number | undefined) =>
    tenths === undefined ? notShown(locale) : formatTenths(tenths, locale);
  return html`<div class="centre-scroll" tabindex="0" role="region" aria-label="${text.comparison}">
<table class="ds-table centre-results"><caption>${text.comparison}</caption>
<thead><tr><th scope="col" rowspan="2">${text.value} / ${text.statement}</th>${studies.map(
    ({ title }) => html`<th scope="colgroup" colspan="3">${inLocale(title, locale)}</th>`,
  )}</tr>
<tr>${studies.map(() => html`<th scope="col">${text.first}</th><th scope="col">${text.last}</th><th scope="col">${text.change}</th>`)}</tr></thead>
<tbody>${lines.map(
    ({ value, statement, studies: each }) =>
      html`<tr><th scope="row">${statement ? inLocale(statement.text, locale) : html`<strong>${VALUE_NAMES[locale][value]}</strong>`}</th>${each.map(
        ({ first, last, change }) =>
          html`<td>${means(first)}</td><td>${means(last)}</td><td>${change ? formatChange(change, locale) : notShown(locale)}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`;
}
