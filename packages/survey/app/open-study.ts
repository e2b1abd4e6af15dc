import * as z from "zod";
import type { ParticipationReads } from "#education/ports/participations";
import { refusal } from "#kernel/domain-error";
import { mint } from "#kernel/id";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { FormKind, StudyForms, SurveyForm } from "../domain/form.ts";
import { closingOf, type OpenStudyRequest, studyOf } from "../domain/open-study.ts";
import { planWaves } from "../domain/plan-waves.ts";
import { Study, StudyId, Wave } from "../domain/study.ts";
import { studyOpened } from "../events/study-opened.ts";
import type { Forms } from "../ports/forms.ts";
import type { Studies } from "../ports/studies.ts";

export const StudyWithWaves = z.object({ ...Study.shape, waves: z.array(Wave) });
export type StudyWithWaves = z.infer<typeof StudyWithWaves>;

/**
 * Opens a cohort's study: its waves follow the cohort's calendar from now on, and its forms are fixed.
 *
 * @throws DomainError `survey-cohort-unknown`, `survey-cohort-has-study`, `survey-cohort-over`, `survey-form-unknown`,
 *   `survey-forms-disagree`, `survey-gathering-unknown`, `survey-limit-needs-reason`, `survey-closes-too-early`
 */
export type OpenStudy = (origin: Origin, request: OpenStudyRequest) => Promise<StudyWithWaves>;

export interface OpenStudyPorts {
  readonly unitOfWork: UnitOfWork;
  readonly studies: Studies;
  readonly forms: Forms;
  readonly participations: Pick<ParticipationReads, "cohort">;
}

export function openStudyUseCase({ unitOfWork, studies, forms, participations }: OpenStudyPorts): OpenStudy {
  return (origin, request) =>
    unitOfWork.run(origin, StudyWithWaves, async () => {
      const { cohortId } = request;
      const now = unitOfWork.clock();
      const [cohort, already, asked] = await Promise.all([
        participations.cohort(cohortId),
        studies.ofCohort(cohortId),
        formsAskedFor(forms, request),
      ]);
      if (!cohort) throw refusal("survey-cohort-unknown", {});
      if (already) throw refusal("survey-cohort-has-study", { studyId: already });
      const studyId = mint(StudyId, unitOfWork.random);
      const { gatherings } = cohort;
      const open = studyOf(request, { studyId, forms: asked, gatherings, now });
      const waves = planWaves(open, gatherings, [], now).add;
      const study: Study = { ...open, closesAt: closingOf(request.closesAt, waves) };
      const fixed = [asked.A, asked.C, asked.extra].filter((form) => form !== undefined);
      return {
        parts: [
          studies.open(study),
          ...waves.map((wave) => studies.addWave(wave)),
          ...fixed.map((form) => forms.fix(form)),
          record(studyOpened.of({ studyId, cohortId })),
        ],
        answer: { ...study, waves: [...waves] },
      };
    });
}

/** @throws DomainError `survey-form-unknown` */
async function formsAskedFor(
  forms: Pick<Forms, "get">,
  { forms: versions }: Pick<OpenStudyRequest, "forms">,
): Promise<StudyForms> {
  const must = async (kind: FormKind, version: number): Promise<SurveyForm> => {
    const form = await forms.get(kind, version);
    if (!form) throw refusal("survey-form-unknown", { kind, version });
    return form;
  };
  const [A, C, extra] = await Promise.all([
    must("A", versions.A),
    must("C", versions.C),
    versions.extra === undefined ? undefined : must("extra", versions.extra),
  ]);
  return { A, C, ...(extra && { extra }) };
}
