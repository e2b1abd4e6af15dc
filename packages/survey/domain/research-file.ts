import * as z from "zod";
import { type AnswerSheet, isComplete } from "./answer-sheet.ts";
import type { StudyForms } from "./form.ts";
import { FormKind, Score, StatementId } from "./form.ts";
import type { Publication } from "./publication.ts";
import { StudyId } from "./study.ts";

/** One candidate's answers to one form in one wave. The number is made for the file: no row ever had it. */
const ResearchRow = z.object({
  candidate: z.int().min(1),
  scores: z.record(StatementId, Score),
});

/** What the researchers' file has of one form in one wave. */
export const ResearchSheet = z.object({
  studyId: StudyId,
  wave: z.int(),
  form: FormKind,
  rows: z.array(ResearchRow),
});
export type ResearchSheet = z.infer<typeof ResearchSheet>;

/** A wave at the study's close: what is left of its answers, and what was published of it. */
export interface ClosedWave {
  readonly publication: Publication;
  readonly sheets: readonly { readonly candidate: string; readonly sheet: AnswerSheet }[];
}

interface FormInWave {
  readonly wave: number;
  readonly form: FormKind;
  /** As it was published; undefined: not shown. */
  readonly published: number | undefined;
  readonly complete: ReadonlyMap<string, AnswerSheet>;
}

/**
 * The rows that give nobody away. A candidate is in the file when at least `limit` have the same pattern: the same form, and
 * the same gatherings and forms answered and missed, since colleagues know who was away. And a form's rows of a wave are in it
 * only when those who are published but not in the file (other patterns, withdrawn since) are nobody, or `limit` at least:
 * else what is published less the file would be their mean.
 *
 * @param order a fresh random order of the candidates: their own would tell those who saw the table when each of them came
 */
export function researchSheets(
  limit: number,
  forms: StudyForms,
  waves: readonly ClosedWave[],
  order: (candidates: readonly string[]) => readonly string[],
): ResearchSheet[] {
  const parts = waves.flatMap((wave) =>
    partsOf(wave, forms).map((part) => ({ ...part, of: wave.publication.studyId })),
  );
  const shared = sharedPatterns(limit, parts);
  const numbers = new Map(order([...shared].sort()).map((candidate, index) => [candidate, index + 1]));
  return parts.flatMap(({ of, wave, form, published, complete }) => {
    const released = [...complete].filter(([candidate]) => shared.has(candidate));
    const left = published === undefined ? undefined : published - released.length;
    if (left === undefined || (left > 0 && left < limit) || released.length === 0) return [];
    const ids = forms[form]?.statements.map(({ statementId }) => statementId) ?? [];
    const rows = released.map(([candidate, { scores }]) => ({
      candidate: numbers.get(candidate) ?? 0,
      scores: Object.fromEntries(ids.map((id) => [id, scores[id] ?? 0])),
    }));
    return [{ studyId: of, wave, form, rows: rows.sort((a, b) => a.candidate - b.candidate) }];
  });
}

function partsOf({ publication, sheets }: ClosedWave, forms: StudyForms): FormInWave[] {
  return (["A", "C", "extra"] as const).map((form) => {
    const group = form === "extra" ? "all" : form;
    const ids = new Set(forms[form]?.statements.map(({ statementId }) => statementId));
    const cell = publication.cells.find((each) => each.group === group && ids.has(each.statementId));
    const of = sheets.filter(
      ({ sheet }) => (form === "extra" || sheet.form === form) && isComplete(sheet, forms[form]),
    );
    return {
      wave: publication.number,
      form,
      published: cell?.shown?.n,
      complete: new Map(of.map(({ candidate, sheet }) => [candidate, sheet])),
    };
  });
}

/** The candidates whose pattern of forms and gatherings at least `limit` share. */
function sharedPatterns(limit: number, parts: readonly FormInWave[]): ReadonlySet<string> {
  const candidates = new Map<string, string>();
  for (const { wave, form, complete } of parts) {
    for (const [candidate, sheet] of complete) {
      candidates.set(candidate, `${candidates.get(candidate) ?? sheet.form} ${wave}-${form}`);
    }
  }
  const classes = Map.groupBy(candidates.keys(), (candidate) => candidates.get(candidate));
  return new Set([...classes.values()].filter((members) => members.length >= limit).flat());
}
