import { refusal } from "#kernel/domain-error";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { StudyId } from "../domain/study.ts";
import type { Studies } from "../ports/studies.ts";
import { StudyWithWaves } from "./open-study.ts";

/**
 * Closes a study before its time: no consent can be withdrawn from now on; the researchers' file is made and the key that
 * tells whose answers are whose is destroyed within minutes. It can't be undone. Closed already: it stays so.
 *
 * @throws DomainError `not-found`, `survey-waves-left`
 */
export type CloseStudy = (origin: Origin, studyId: StudyId) => Promise<StudyWithWaves>;

export interface CloseStudyPorts {
  readonly unitOfWork: UnitOfWork;
  readonly studies: Studies;
}

export function closeStudyUseCase({ unitOfWork, studies }: CloseStudyPorts): CloseStudy {
  return (origin, studyId) =>
    unitOfWork.run(origin, StudyWithWaves, async () => {
      const [study, known] = await Promise.all([studies.get(studyId), studies.waves(studyId)]);
      if (!study) throw refusal("not-found", {});
      const waves = [...known];
      if (study.status !== "open") return { parts: [], answer: { ...study, waves } };
      const left = waves.filter(({ status }) => status !== "published").length;
      if (left > 0) throw refusal("survey-waves-left", { waves: left });
      const after = { ...study, status: "closing" as const };
      return {
        parts: [studies.replace(study, after)],
        answer: { ...after, version: study.version + 1, waves },
      };
    });
}
