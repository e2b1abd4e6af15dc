import { refusal } from "#kernel/domain-error";
import { compared } from "../domain/compare.ts";
import type { StudyForms } from "../domain/form.ts";
import type { Comparison, StudyResults } from "../domain/publication.ts";
import type { ResearchSheet } from "../domain/research-file.ts";
import { resultsOf } from "../domain/results.ts";
import type { StudyId } from "../domain/study.ts";
import type { Forms } from "../ports/forms.ts";
import type { Publications } from "../ports/publications.ts";
import type { Studies } from "../ports/studies.ts";
import { studyForms } from "./study-forms.ts";

/** What the researchers get, once the study is closed. */
export interface ResearchFile {
  /** For the statements' order and texts. */
  readonly forms: StudyForms;
  /** The numbers of all published waves in order of time, also of those that nothing is released of. */
  readonly waves: readonly number[];
  /** In order of time, and of form. */
  readonly sheets: readonly ResearchSheet[];
}

/** Results as they are published: read from publications alone, which never change. */
export interface ReadResults {
  /** @throws DomainError `not-found` */
  results(studyId: StudyId): Promise<StudyResults>;
  /**
   * @param studyIds 2 to 10 of them
   * @throws DomainError `not-found` when one isn't there
   */
  comparison(studyIds: readonly StudyId[]): Promise<Comparison>;
  /** @throws DomainError `not-found`, `survey-study-open` */
  researchFile(studyId: StudyId): Promise<ResearchFile>;
}

export interface ReadResultsPorts {
  readonly studies: Pick<Studies, "get">;
  readonly forms: Pick<Forms, "get">;
  readonly publications: Publications;
}

export function readResultsUseCase({ studies, forms, publications }: ReadResultsPorts): ReadResults {
  async function results(studyId: StudyId): Promise<StudyResults> {
    const [study, published] = await Promise.all([studies.get(studyId), publications.of(studyId)]);
    if (!study) throw refusal("not-found", {});
    return resultsOf(study, await studyForms(forms, study), published);
  }
  return {
    results,
    comparison: async (studyIds) => compared(await Promise.all(studyIds.map(results))),
    async researchFile(studyId) {
      const study = await studies.get(studyId);
      if (!study) throw refusal("not-found", {});
      if (study.status !== "closed") throw refusal("survey-study-open", { closesAt: study.closesAt });
      const [sheets, published, asked] = await Promise.all([
        publications.research(studyId),
        publications.of(studyId),
        studyForms(forms, study),
      ]);
      const waves = published
        .toSorted((one, other) => one.opensAt.localeCompare(other.opensAt))
        .map(({ number }) => number);
      const inTime = (one: ResearchSheet, other: ResearchSheet) => waves.indexOf(one.wave) - waves.indexOf(other.wave);
      return { forms: asked, waves, sheets: sheets.toSorted(inTime) };
    },
  };
}
