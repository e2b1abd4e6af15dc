import { invariant } from "#kernel/domain-error";
import type { AnswerSheet } from "../domain/answer-sheet.ts";
import type { StudyForms } from "../domain/form.ts";
import { MOST_STATEMENTS, type Scores, type StatementId } from "../domain/form.ts";

/** A sheet is always as long, whatever is answered: format, form, issue, 16 bytes of a device's mark, a byte a statement. */
const LAYOUT = 1;
const FORMS = ["A", "C"] as const;
const DEVICE = 16;
const HEAD = 3 + DEVICE;
const LENGTH = HEAD + 2 * MOST_STATEMENTS;

/** Scores stand in the order of the study's forms, which never change; 0 is unanswered. */
export function sheetBytes({ form, issue, device, scores }: AnswerSheet, forms: StudyForms): Uint8Array {
  const bytes = new Uint8Array(LENGTH);
  bytes.set([LAYOUT, FORMS.indexOf(form), issue]);
  if (device !== undefined) bytes.set(Buffer.from(device, "base64url"), 3);
  for (const [at, ids] of columns(form, forms)) {
    ids.forEach((id, index) => {
      bytes[at + index] = scores[id] ?? 0;
    });
  }
  return bytes;
}

export function sheetOf(bytes: Uint8Array, forms: StudyForms): AnswerSheet {
  const [layout, formIndex = 0, issue = 0] = bytes;
  const form = FORMS[formIndex];
  invariant(layout === LAYOUT && form !== undefined && bytes.length === LENGTH, "a sealed sheet is laid out as it was");
  const device = bytes.subarray(3, HEAD);
  const scores = columns(form, forms).flatMap(([at, ids]) =>
    ids.flatMap((id, index): [StatementId, number][] => {
      const score = bytes[at + index] ?? 0;
      return score > 0 ? [[id, score]] : [];
    }),
  );
  return {
    form,
    issue,
    ...(device.some((byte) => byte > 0) && { device: Buffer.from(device).toString("base64url") }),
    scores: Object.fromEntries(scores) satisfies Scores,
  };
}

/** Where each form's scores begin, and whose they are. */
function columns(form: "A" | "C", forms: StudyForms): [number, StatementId[]][] {
  const ids = (of: StudyForms["extra"]) => (of?.statements ?? []).map(({ statementId }) => statementId);
  return [
    [HEAD, ids(forms[form])],
    [HEAD + MOST_STATEMENTS, ids(forms.extra)],
  ];
}
