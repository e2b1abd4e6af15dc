import { refusal } from "#kernel/domain-error";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { type FormContent, type FormKind, SurveyForm } from "../domain/form.ts";
import type { Forms } from "../ports/forms.ts";

export interface ChangeForms {
  /** Makes the next version of a form: the first, or next year's. */
  create(origin: Origin, kind: FormKind, content: FormContent): Promise<SurveyForm>;
  /**
   * Changes a version that no study was opened with.
   *
   * @throws DomainError `not-found`, `survey-form-fixed`, `changed-meanwhile`
   */
  change(
    origin: Origin,
    seen: Pick<SurveyForm, "kind" | "version" | "revision">,
    content: FormContent,
  ): Promise<SurveyForm>;
  /** All versions of a form, the newest first. */
  list(kind: FormKind): Promise<readonly SurveyForm[]>;
  /** @throws DomainError `not-found` */
  get(kind: FormKind, version: number): Promise<SurveyForm>;
}

export interface ChangeFormsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly forms: Forms;
}

export function changeFormsUseCase({ unitOfWork, forms }: ChangeFormsPorts): ChangeForms {
  const get: ChangeForms["get"] = async (kind, version) => {
    const form = await forms.get(kind, version);
    if (!form) throw refusal("not-found", {});
    return form;
  };
  return {
    create: (origin, kind, content) =>
      unitOfWork.run(origin, SurveyForm, async () => {
        const [newest] = await forms.list(kind);
        const form = { ...content, kind, version: (newest?.version ?? 0) + 1, fixed: false, revision: 1 };
        return { parts: [forms.add(form)], answer: form };
      }),
    change: (origin, { kind, version, revision }, content) =>
      unitOfWork.run(origin, SurveyForm, async () => {
        const before = await get(kind, version);
        if (before.fixed) throw refusal("survey-form-fixed", { kind, version });
        if (before.revision !== revision) throw refusal("changed-meanwhile", { version: before.revision });
        const after = { ...before, ...content };
        return { parts: [forms.replace(before, after)], answer: { ...after, revision: revision + 1 } };
      }),
    list: (kind) => forms.list(kind),
    get,
  };
}
