import type { OfferingId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Study, StudyId, Wave } from "../domain/study.ts";

export type { StudyId } from "../domain/study.ts";

/** Studies and their waves as this context keeps them. */
export interface Studies {
  get(studyId: StudyId): Promise<Study | undefined>;
  /** The newest first. For people to look at: an index is behind the table. */
  list(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly items: readonly Study[];
    readonly cursor?: string;
  }>;
  /** @throws in its transaction `survey-cohort-has-study`: a cohort has one */
  open(study: Study): TransactionPart;
  /** The study that a cohort has. */
  ofCohort(cohortId: OfferingId): Promise<StudyId | undefined>;
  /** Writes `after`, one version on, if the study is still as it was read; else the command decides again. */
  replace(before: Study, after: Study): TransactionPart;
  /** The study is still open. Else `survey-link-unknown`: nobody knows any more whose answers are whose. */
  stillOpen(studyId: StudyId): TransactionPart;

  wave(studyId: StudyId, number: number): Promise<Wave | undefined>;
  /** All of a study's waves, in order of number. */
  waves(studyId: StudyId): Promise<readonly Wave[]>;
  addWave(wave: Wave): TransactionPart;
  replaceWave(before: Wave, after: Wave): TransactionPart;
  dropWave(wave: Wave): TransactionPart;
  /** The wave's form is open. Else `survey-wave-closed`. */
  stillAnswerable(studyId: StudyId, number: number): TransactionPart;
}
