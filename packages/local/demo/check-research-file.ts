import assert from "node:assert/strict";
import { type Respondent, statementsOf } from "./survey-cast.ts";

interface Row {
  readonly candidate: string;
  readonly gathering: number;
  readonly form: string;
  readonly scores: Readonly<Record<string, string>>;
}

/**
 * Holds the researchers' file against what was sent: nobody is in it whose gatherings and form fewer than five share, and
 * what is in it is what was sent, with nothing of whose it is.
 *
 * @returns how many candidates and rows it has
 */
export function checkResearchFile(
  csv: string,
  everybody: readonly Respondent[],
): { readonly candidates: number; readonly rows: number } {
  const rows = rowsOf(csv);
  const byCandidate = Map.groupBy(rows, ({ candidate }) => candidate);
  const patterns = Map.groupBy(byCandidate.values(), (own) =>
    own
      .map(({ gathering, form, scores }) => `${gathering}${form}${Object.values(scores).filter(Boolean).length}`)
      .join(),
  );
  for (const [pattern, who] of patterns) assert.ok(who.length >= 5, `${who.length} have the pattern ${pattern}`);
  for (const { gathering, form, scores } of rows) {
    const main = form === "A" ? "A" : "C";
    const same = everybody.some(({ form: own, takesPart, sent }) => {
      const was = sent.get(gathering);
      return takesPart && own === main && was && isSame(scores, was.scores, main);
    });
    assert.ok(same, `somebody sent the row of candidate ${gathering} ${form}`);
  }
  for (const { person } of everybody) assert.ok(!csv.includes(person.email) && !csv.includes(person.name));
  return { candidates: byCandidate.size, rows: rows.length };
}

/** What was released of a row is what was sent: the main form's, and the extra form's, or nothing of it. */
function isSame(
  released: Readonly<Record<string, string>>,
  sent: Readonly<Record<string, number>>,
  main: "A" | "C",
): boolean {
  return [...statementsOf(main), ...statementsOf("extra")].every(
    (id) => !released[id] || released[id] === String(sent[id]),
  );
}

function rowsOf(csv: string): Row[] {
  const [head = [], ...rows] = csv
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(";").map((cell) => cell.replace(/^"|"$/g, "")));
  const [, , , ...ids] = head;
  return rows.map(([candidate = "", gathering = "", form = "", ...scores]) => ({
    candidate,
    gathering: Number(gathering),
    form,
    scores: Object.fromEntries(ids.map((id, index) => [id, scores[index] ?? ""])),
  }));
}
