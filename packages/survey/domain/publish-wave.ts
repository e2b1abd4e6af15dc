import { type AnswerSheet, isComplete } from "./answer-sheet.ts";
import type { Statement, StatementId, StudyForms, SurveyForm } from "./form.ts";
import type { Cell, Group, Mean, Publication } from "./publication.ts";
import type { Study, Wave } from "./study.ts";

/** The mean in tenths, rounded half up, in whole numbers all the way. */
export function meanOf(scores: readonly number[]): Mean {
  const n = scores.length;
  const sum = scores.reduce((total, score) => total + score, 0);
  return { mean: Math.floor((20 * sum + n) / (2 * n)), n };
}

/**
 * A wave's result. A form counts once all of it is answered, so that every statement of it has the same n. What fewer
 * answered than the limit isn't shown; nor is a mean of both forms together when one of them has some answers but too few,
 * since the other form's share could be taken away from it.
 */
export function publicationOf(
  study: Pick<Study, "studyId" | "limit">,
  wave: Pick<Wave, "number" | "title" | "opensAt" | "extra">,
  forms: StudyForms,
  sheets: readonly AnswerSheet[],
): Publication {
  const { limit, studyId } = study;
  const counted = {
    A: sheets.filter((sheet) => sheet.form === "A" && isComplete(sheet, forms.A)),
    C: sheets.filter((sheet) => sheet.form === "C" && isComplete(sheet, forms.C)),
  };
  const enough = (group: readonly AnswerSheet[]) => group.length >= limit;
  const none = (group: readonly AnswerSheet[]) => group.length === 0;
  const { A, C } = counted;
  const poolable = [A, C].every((group) => none(group) || enough(group));
  const cell = (group: Group, { statementId, value }: Statement, of: readonly AnswerSheet[], may = true): Cell => ({
    group,
    statementId,
    value,
    ...(may && enough(of) && { shown: meanOf(scoresOf(of, statementId)) }),
  });
  const inBoth = idsOf(forms.C);
  const cells = [
    ...forms.A.statements.flatMap((statement) => [
      ...(inBoth.has(statement.statementId) ? [cell("all", statement, [...A, ...C], poolable)] : []),
      cell("A", statement, A),
    ]),
    ...forms.C.statements.map((statement) => cell("C", statement, C)),
    ...extraCells(),
  ];
  const { number, title, opensAt } = wave;
  return { studyId, number, title, opensAt, cells };

  function extraCells(): Cell[] {
    if (!wave.extra || !forms.extra) return [];
    const of = sheets.filter((sheet) => isComplete(sheet, forms.extra));
    return forms.extra.statements.map((statement) => cell("all", statement, of));
  }
}

function scoresOf(sheets: readonly AnswerSheet[], statementId: StatementId): number[] {
  return sheets.flatMap(({ scores }) => scores[statementId] ?? []);
}

function idsOf({ statements }: SurveyForm): ReadonlySet<StatementId> {
  return new Set(statements.map(({ statementId }) => statementId));
}
