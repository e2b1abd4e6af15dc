import type { Change, ComparedLine, Comparison, StatementSeries, StudyResults, ValueSeries } from "./publication.ts";

/** Studies side by side, by statement and by value: from their results alone. A statement is the same by its id. */
export function compared(results: readonly StudyResults[]): Comparison {
  const statements = distinct(
    results.flatMap((each) => each.statements),
    (line) => `${line.group} ${line.statementId}`,
  );
  const values = distinct(
    results.flatMap((each) => each.values),
    (line) => `${line.group} ${line.value}`,
  );
  return {
    studies: results.map(({ studyId, title, limit }) => ({ studyId, title, limit })),
    lines: [
      ...values.map(({ group, value }): ComparedLine => {
        const of = (each: StudyResults) => each.values.find((line) => line.group === group && line.value === value);
        return { group, value, studies: results.map((each) => ends(each, meansOf(of(each)), of(each)?.change)) };
      }),
      ...statements.map(({ group, value, statementId, text }): ComparedLine => {
        const of = (each: StudyResults) =>
          each.statements.find((line) => line.group === group && line.statementId === statementId);
        return {
          group,
          value,
          statement: { statementId, text },
          studies: results.map((each) => ends(each, shownOf(of(each)), of(each)?.change)),
        };
      }),
    ],
  };
}

function ends({ studyId }: StudyResults, means: readonly number[], change: Change | undefined) {
  const first = means[0];
  const last = means.at(-1);
  return {
    studyId,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    ...(change && { change }),
  };
}

function shownOf(series: StatementSeries | undefined): number[] {
  return (series?.waves ?? []).flatMap(({ shown }) => shown?.mean ?? []);
}

function meansOf(series: ValueSeries | undefined): number[] {
  return (series?.waves ?? []).flatMap(({ mean }) => mean ?? []);
}

/** The first of each, in order. */
function distinct<Line>(lines: readonly Line[], key: (line: Line) => string): Line[] {
  return [...new Map(lines.toReversed().map((line) => [key(line), line])).values()].toReversed();
}
