import { refusal } from "#kernel/domain-error";
import type { Study, StudyId } from "../domain/study.ts";
import type { Studies } from "../ports/studies.ts";
import type { StudyWithWaves } from "./open-study.ts";

export interface ReadStudies {
  /** @throws DomainError `not-found` */
  get(studyId: StudyId): Promise<StudyWithWaves>;
  /** The newest first. */
  list(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly items: readonly Study[];
    readonly cursor?: string;
  }>;
}

/** Nothing here tells how many have answered, or who: that is told by publications alone. */
export function readStudiesUseCase({ studies }: { readonly studies: Studies }): ReadStudies {
  return {
    async get(studyId) {
      const [study, waves] = await Promise.all([studies.get(studyId), studies.waves(studyId)]);
      if (!study) throw refusal("not-found", {});
      return { ...study, waves: [...waves] };
    },
    list: (page) => studies.list(page),
  };
}
