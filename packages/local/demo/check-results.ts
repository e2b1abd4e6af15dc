import assert from "node:assert/strict";
import type { StudyResults } from "#survey/domain/publication";
import { type Asked, type Expected, expectedChange, expectedOf, expectedValue } from "./expected-results.ts";
import { type Respondent, statementsOf } from "./survey-cast.ts";

interface Gathering {
  readonly number: number;
  readonly extra: boolean;
}

/**
 * Holds everything that results show, and don't, against what a calculator makes of what was sent. Nobody is asked what the
 * product makes of it.
 *
 * @returns how many means are shown, and how many are held back
 */
export function checkResults(
  results: StudyResults,
  everybody: readonly Respondent[],
  gatherings: readonly Gathering[],
): { readonly shown: number; readonly heldBack: number } {
  const asked: Asked = { A: statementsOf("A"), C: statementsOf("C"), extra: statementsOf("extra") };
  const expected = new Map(
    gatherings.map(({ number, extra }, index) => {
      const sent = everybody.flatMap((who) => who.sent.get(index + 1) ?? []);
      return [number, expectedOf(asked, sent, extra)];
    }),
  );
  let shown = 0;
  let heldBack = 0;
  const means = new Map<string, (number | undefined)[]>();
  for (const { group, statementId, value, waves, change } of results.statements) {
    const line = waves.map(({ wave }): Expected | undefined => expected.get(wave)?.get(`${group} ${statementId}`));
    assert.deepEqual(
      waves.map((each) => each.shown),
      line,
      `${group} ${statementId}`,
    );
    assert.equal(change?.percent, expectedChange(line.map((each) => each?.mean)), `${group} ${statementId}`);
    shown += line.filter((each) => each !== undefined).length;
    heldBack += line.filter((each) => each === undefined).length;
    for (const [index, { wave }] of waves.entries()) {
      const key = `${group} ${value} ${wave}`;
      means.set(key, [...(means.get(key) ?? []), line[index]?.mean]);
    }
  }
  for (const { group, value, waves, change } of results.values) {
    const line = waves.map(({ wave }) => expectedValue(means.get(`${group} ${value} ${wave}`) ?? []));
    assert.deepEqual(
      waves.map(({ mean }) => mean),
      line,
      `${group} ${value}`,
    );
    assert.equal(change?.percent, expectedChange(line), `${group} ${value}`);
  }
  const everyMean = [...expected.values()].reduce((sum, cells) => sum + cells.size, 0);
  assert.equal(shown, everyMean, "every mean that may be shown is shown");
  return { shown, heldBack };
}
