import { inLocale, type Locale } from "#kernel/locale";
import { csv } from "#platform/files/csv";
import type { Change, StudyResults } from "../../domain/publication.ts";
import { VALUE_NAMES } from "../value-names.ts";
import { RESULTS_TEXT } from "./results-text.ts";
import { placeOf } from "./values-chart.ts";

/**
 * All that is shown, as a sheet: a row for each statement and group, mean and n of each gathering side by side, then the
 * change. What isn't shown is empty.
 */
export function resultsCsv(results: StudyResults, locale: Locale): string {
  const text = RESULTS_TEXT[locale];
  const { waves } = results;
  const heads = waves.flatMap(({ number, title }) => {
    const name = `${placeOf(results, number)} ${inLocale(title, locale)}`;
    return [`${name}, ${text.mean}`, `${name}, ${text.n}`];
  });
  const rows = results.statements.map((series) => [
    text.groups[series.group],
    VALUE_NAMES[locale][series.value],
    inLocale(series.text, locale),
    ...waves.flatMap(({ number }): (string | number)[] => {
      const shown = series.waves.find(({ wave }) => wave === number)?.shown;
      return shown ? [shown.mean / 10, shown.n] : ["", ""];
    }),
    percent(series.change),
  ]);
  return csv([[text.group, text.value, text.statement, ...heads, text.changePercent], ...rows]);
}

function percent(change: Change | undefined): number | string {
  return change ? change.percent / 10 : "";
}
