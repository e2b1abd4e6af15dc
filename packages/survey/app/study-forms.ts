import { invariant } from "#kernel/domain-error";
import type { StudyForms } from "../domain/form.ts";
import type { Study } from "../domain/study.ts";
import type { Forms } from "../ports/forms.ts";

/** The forms of a study, as they were when it was opened: they never change. */
export async function studyForms(
  forms: Pick<Forms, "get">,
  { forms: versions }: Pick<Study, "forms">,
): Promise<StudyForms> {
  const [A, C, extra] = await Promise.all([
    forms.get("A", versions.A),
    forms.get("C", versions.C),
    versions.extra === undefined ? undefined : forms.get("extra", versions.extra),
  ]);
  invariant(A !== undefined && C !== undefined, "a study's forms stay");
  return { A, C, ...(extra && { extra }) };
}
