import { csv } from "#platform/files/csv";
import type { ResearchFile } from "../app/read-results.ts";

/**
 * One row a candidate and gathering: `kandidat;samling;skjema`, then a column a statement by its id; empty where it wasn't
 * asked or isn't released. Gatherings are numbered as in the results, also where some are left out. A candidate's main form and the extra form of the same gathering share a row.
 */
export function researchCsv({ forms, waves, sheets }: ResearchFile): string {
  const ids = [
    ...new Set(
      [forms.A, forms.C, forms.extra].flatMap((form) => form?.statements.map((each) => each.statementId) ?? []),
    ),
  ];
  const main = new Map<number, string>();
  for (const { form, rows } of sheets) {
    if (form !== "extra") for (const { candidate } of rows) main.set(candidate, form);
  }
  const rows = new Map<string, { wave: number; candidate: number; scores: Readonly<Record<string, number>> }>();
  for (const { wave, rows: released } of sheets) {
    for (const { candidate, scores } of released) {
      const key = `${wave} ${candidate}`;
      rows.set(key, { wave, candidate, scores: { ...rows.get(key)?.scores, ...scores } });
    }
  }
  const inOrder = [...rows.values()].sort(
    (one, other) => one.candidate - other.candidate || waves.indexOf(one.wave) - waves.indexOf(other.wave),
  );
  return csv([
    ["kandidat", "samling", "skjema", ...ids],
    ...inOrder.map(({ wave, candidate, scores }) => [
      String(candidate),
      String(waves.indexOf(wave) + 1),
      main.get(candidate) ?? "",
      ...ids.map((id) => String(scores[id] ?? "")),
    ]),
  ]);
}
