import type { TransactionPart } from "#kernel/transaction-part";
import type { Publication } from "../domain/publication.ts";
import type { ResearchSheet } from "../domain/research-file.ts";
import type { StudyId } from "../domain/study.ts";

/** What is published of a study: each is made once and never changed. */
export interface Publications {
  of(studyId: StudyId): Promise<readonly Publication[]>;
  get(studyId: StudyId, wave: number): Promise<Publication | undefined>;
  publish(publication: Publication): TransactionPart;
  /** The researchers' file, in order of wave and form. */
  research(studyId: StudyId): Promise<readonly ResearchSheet[]>;
  release(sheet: ResearchSheet): TransactionPart;
}
