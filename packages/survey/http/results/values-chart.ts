import { inLocale, type Locale } from "#kernel/locale";
import type { Html } from "#platform/html/html";
import { lineChart } from "#platform/html/line-chart";
import type { Scale } from "#platform/html/line-chart-geometry";
import type { Value } from "../../domain/form.ts";
import type { Group, StudyResults, ValueSeries } from "../../domain/publication.ts";
import { VALUE_NAMES } from "../value-names.ts";
import { formatTenths } from "./figures.ts";
import { RESULTS_TEXT } from "./results-text.ts";

export interface ValuesChart {
  readonly id: string;
  readonly group: Group;
  readonly values: readonly Value[];
  readonly locale: Locale;
}

/** Lines of a group's values through the gatherings; nothing when none of them is shown anywhere. */
export function valuesChart(results: StudyResults, { id, group, values, locale }: ValuesChart): Html | undefined {
  const text = RESULTS_TEXT[locale];
  const series = results.values.filter(
    (each) => each.group === group && values.includes(each.value) && each.waves.some(({ mean }) => mean !== undefined),
  );
  if (series.length === 0) return undefined;
  const asked = new Set(series.flatMap(({ waves }) => waves.map(({ wave }) => wave)));
  const waves = results.waves.filter(({ number }) => asked.has(number));
  return lineChart({
    id,
    title: text.chart(`${inLocale(results.title, locale)}, ${text.groups[group]}`),
    description: series.map((each) => inWords(each, locale)).join(" "),
    places: waves.map(({ number }) => String(placeOf(results, number))),
    lines: series.map((each) => ({
      label: VALUE_NAMES[locale][each.value],
      values: waves.map(({ number }) => units(each.waves.find(({ wave }) => wave === number)?.mean)),
    })),
    scale: scaleAround(series),
    write: (value) => formatTenths(Math.round(value * 10), locale),
  });
}

/** The gathering's place in time, from 1: what the axis and the tables' heads name it by. */
export function placeOf({ waves }: Pick<StudyResults, "waves">, wave: number): number {
  return waves.findIndex(({ number }) => number === wave) + 1;
}

/** The whole numbers around all means, and one more on each side, so that lines lie neither flat nor on top of each other. */
function scaleAround(series: readonly ValueSeries[]): Scale {
  const means = series.flatMap(({ waves }) => waves.flatMap(({ mean }) => mean ?? []));
  return {
    lowest: Math.max(1, Math.floor(Math.min(...means) / 10) - 1),
    highest: Math.min(10, Math.ceil(Math.max(...means) / 10) + 1),
  };
}

function inWords({ value, waves }: ValueSeries, locale: Locale): string {
  const text = RESULTS_TEXT[locale];
  const means = waves.flatMap(({ mean }) => mean ?? []);
  const [first = 0] = means;
  const last = means.at(-1) ?? first;
  const name = VALUE_NAMES[locale][value];
  return means.length > 1
    ? text.line(name, formatTenths(first, locale), formatTenths(last, locale))
    : text.flat(name, formatTenths(first, locale));
}

function units(tenths: number | undefined): number | undefined {
  return tenths === undefined ? undefined : tenths / 10;
}
