import type { Comparison, StudyResults } from "../domain/publication.ts";
import type { StudyId } from "../domain/study.ts";

/** Results as they are published: read from publications alone, which never change. */
export interface ReadResults {
  /** @throws DomainError `not-found` */
  results(studyId: StudyId): Promise<StudyResults>;
  /**
   * @param studyIds 2 to 10 of them
   * @throws DomainError `not-found` when one isn't there
   */
  comparison(studyIds: readonly StudyId[]): Promise<Comparison>;
}
