import type { FormKind, Statement, StudyForms } from "./form.ts";
import type { Change, Group, Publication, StatementSeries, StudyResults, ValueSeries } from "./publication.ts";
import type { Study } from "./study.ts";

/** All of a study's publications, as they are read. Derived from what is shown and nothing else, so it reveals nothing more. */
export function resultsOf(
  study: Pick<Study, "studyId" | "title" | "limit" | "limitReason">,
  forms: StudyForms,
  publications: readonly Publication[],
): StudyResults {
  const inTime = publications.toSorted((one, other) => one.opensAt.localeCompare(other.opensAt));
  const statements = linesOf(forms).flatMap(({ form, group, statement }) => seriesOf(form, group, statement, inTime));
  const { studyId, title, limit, limitReason } = study;
  return {
    studyId,
    title,
    limit,
    ...(limitReason !== undefined && { limitReason }),
    waves: inTime.map(({ number, title, opensAt }) => ({ number, title, opensAt })),
    statements,
    values: valuesOf(statements),
  };
}

interface Line {
  readonly form: FormKind;
  readonly group: Group;
  readonly statement: Statement;
}

/** For each statement everybody first, then A, then C; form A's order, then what only C has, then the extra form. */
function linesOf({ A, C, extra }: StudyForms): Line[] {
  const inC = new Map(C.statements.map((statement) => [statement.statementId, statement]));
  const inA = new Set(A.statements.map(({ statementId }) => statementId));
  return [
    ...A.statements.flatMap((statement): Line[] => {
      const alsoInC = inC.get(statement.statementId);
      const own: Line = { form: "A", group: "A", statement };
      return alsoInC ? [{ ...own, group: "all" }, own, { form: "C", group: "C", statement: alsoInC }] : [own];
    }),
    ...C.statements
      .filter(({ statementId }) => !inA.has(statementId))
      .map((statement): Line => ({ form: "C", group: "C", statement })),
    ...(extra?.statements ?? []).map((statement): Line => ({ form: "extra", group: "all", statement })),
  ];
}

/** None when no published wave asked it. */
function seriesOf(
  form: FormKind,
  group: Group,
  { statementId, value, text }: Statement,
  publications: readonly Publication[],
): StatementSeries[] {
  const waves = publications.flatMap(({ number, cells }) => {
    const cell = cells.find((each) => each.group === group && each.statementId === statementId);
    return cell ? [{ wave: number, ...(cell.shown && { shown: cell.shown }) }] : [];
  });
  if (waves.length === 0) return [];
  const change = changeOf(waves.map(({ wave, shown }) => ({ wave, mean: shown?.mean })));
  return [{ form, group, statementId, value, text, waves, ...(change && { change }) }];
}

function valuesOf(statements: readonly StatementSeries[]): ValueSeries[] {
  const byValue = Map.groupBy(statements, ({ group, value }) => `${value} ${group}`);
  return [...byValue.values()].flatMap((series) => {
    const [first] = series;
    if (!first) return [];
    const { group, value } = first;
    const numbers = [...new Set(series.flatMap(({ waves }) => waves.map(({ wave }) => wave)))];
    const waves = numbers.map((wave) => {
      const shown = series.flatMap((each) => each.waves.find((point) => point.wave === wave)?.shown?.mean ?? []);
      return { wave, ...(shown.length > 0 && { mean: meanOfMeans(shown) }) };
    });
    const change = changeOf(waves);
    return [{ group, value, waves, ...(change && { change }) }];
  });
}

/** In tenths, rounded half up. */
function meanOfMeans(means: readonly number[]): number {
  const sum = means.reduce((total, mean) => total + mean, 0);
  return Math.floor((2 * sum + means.length) / (2 * means.length));
}

/** From the first mean that is shown to the last, in tenths of a per cent, half away from zero. None when fewer than two are. */
function changeOf(waves: readonly { readonly wave: number; readonly mean?: number | undefined }[]): Change | undefined {
  const shown = waves.flatMap(({ wave, mean }) => (mean === undefined ? [] : [{ wave, mean }]));
  const [first] = shown;
  const last = shown.at(-1);
  if (!first || !last || first === last) return undefined;
  const difference = last.mean - first.mean;
  const size = Math.floor((2000 * Math.abs(difference) + first.mean) / (2 * first.mean));
  return { from: first.wave, to: last.wave, percent: difference < 0 ? -size : size };
}
