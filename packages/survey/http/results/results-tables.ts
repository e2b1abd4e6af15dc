import { inLocale, type Locale } from "#kernel/locale";
import { type Html, html } from "#platform/html/html";
import type { Value } from "../../domain/form.ts";
import type { Change, Group, StudyResults } from "../../domain/publication.ts";
import { VALUE_NAMES } from "../value-names.ts";
import { formatChange, formatTenths } from "./figures.ts";
import { RESULTS_TEXT } from "./results-text.ts";
import { placeOf } from "./values-chart.ts";

interface Row {
  readonly name: string;
  /** One entry a gathering that asked it. */
  readonly waves: readonly {
    readonly wave: number;
    readonly mean?: number | undefined;
    readonly n?: number | undefined;
  }[];
  readonly change?: Change | undefined;
}

/** Every value's mean at each gathering. */
export function valuesTable(results: StudyResults, group: Group, values: readonly Value[], locale: Locale): Html {
  const text = RESULTS_TEXT[locale];
  const rows = results.values
    .filter((each) => each.group === group && values.includes(each.value))
    .map(({ value, waves, change }) => ({ name: VALUE_NAMES[locale][value], waves, change }));
  return table(results, { caption: text.byValueWhat, head: text.value, rows }, locale);
}

/** Each of a value's statements: mean and n at each gathering. Nothing for a group that wasn't asked any. */
export function statementsTable(results: StudyResults, group: Group, value: Value, locale: Locale): Html | undefined {
  const rows = results.statements
    .filter((each) => each.group === group && each.value === value)
    .map(({ text, waves, change }) => ({
      name: inLocale(text, locale),
      waves: waves.map(({ wave, shown }) => ({ wave, mean: shown?.mean, n: shown?.n })),
      change,
    }));
  if (rows.length === 0) return undefined;
  return table(results, { caption: VALUE_NAMES[locale][value], head: RESULTS_TEXT[locale].statement, rows }, locale);
}

interface Table {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly Row[];
}

function table(results: StudyResults, { caption, head, rows }: Table, locale: Locale): Html {
  const text = RESULTS_TEXT[locale];
  const asked = new Set(rows.flatMap(({ waves }) => waves.map(({ wave }) => wave)));
  const waves = results.waves.filter(({ number }) => asked.has(number));
  return html`<div class="centre-scroll" tabindex="0" role="region" aria-label="${caption}">
<table class="ds-table centre-results"><caption>${caption}</caption>
<thead><tr><th scope="col">${head}</th>${waves.map(
    ({ number, title }) =>
      html`<th scope="col">${placeOf(results, number)}<span class="centre-note">${inLocale(title, locale)}</span></th>`,
  )}<th scope="col">${text.change}</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${row.name}</th>${waves.map(({ number }) => cell(row, number, locale))}<td>${
        row.change
          ? html`${formatChange(row.change, locale)}<span class="centre-note">${text.span(placeOf(results, row.change.from), placeOf(results, row.change.to))}</span>`
          : notShown(locale)
      }</td></tr>`,
  )}</tbody></table></div>`;
}

function cell({ waves }: Row, number: number, locale: Locale): Html {
  const found = waves.find(({ wave }) => wave === number);
  if (found?.mean === undefined) return html`<td>${notShown(locale)}</td>`;
  const n = found.n !== undefined && html`<span class="centre-note">n&nbsp;=&nbsp;${found.n}</span>`;
  return html`<td>${formatTenths(found.mean, locale)}${n}</td>`;
}

export function notShown(locale: Locale): Html {
  return html`<span aria-hidden="true">–</span><span class="ds-sr-only">${RESULTS_TEXT[locale].dash}</span>`;
}
