import type { TransactionPart } from "#kernel/transaction-part";
import type { Consent } from "../domain/consent.ts";
import type { StudyId } from "../domain/study.ts";
import type { Participant } from "./answers.ts";

/** Who has said what about a study. Apart from any answer, and without a word of which form. */
export interface Consents {
  get(studyId: StudyId, participant: Participant): Promise<Consent | undefined>;
  /** Writes `after` if the consent is still as it was read (none: there was none); else the command decides again. */
  write(studyId: StudyId, participant: Participant, before: Consent | undefined, after: Consent): TransactionPart;
}
