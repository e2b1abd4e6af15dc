import type { AccessKey } from "#kernel/id";
import type { PlaceId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { AnswerSheet } from "../domain/answer-sheet.ts";
import type { MainForm, StudyForms } from "../domain/form.ts";
import type { Device, Link, Revision } from "../domain/link.ts";
import type { StudyId } from "../domain/study.ts";

/** Somebody in a cohort. Whoever comes instead has another key, and is somebody else. */
export interface Participant {
  readonly placeId: PlaceId;
  readonly key: AccessKey;
}

/** What ties a participant to their answers: a random number that is told to nobody. */
export interface Membership {
  readonly candidate: string;
  readonly form: MainForm;
  /** The row as it was read. */
  readonly sealed: string;
}

/** A candidate's answers as they were read. */
export interface KeptSheet {
  readonly candidate: string;
  readonly sheet: AnswerSheet;
  readonly revision: Revision;
  /** The row as it was read. */
  readonly sealed: string;
}

/** What a link says of itself: who, for which wave, and which of the links that were mailed for it. */
export interface ReadLink {
  readonly placeId: PlaceId;
  readonly wave: number;
  readonly issue: number;
  /** Whether it was mailed to whoever has the place now. */
  isOf(participant: Participant): boolean;
}

/** The answers of all studies, behind a key that only what answers and mails may use. */
export interface Answers {
  /** Makes the study's own key; nothing when it has one. Somebody faster: the command decides again. */
  prepare(studyId: StudyId): Promise<TransactionPart>;
  /** Undefined: the study has no key yet, or none any more. */
  open(studyId: StudyId): Promise<StudyAnswers | undefined>;
  /** From then on nothing of the study can be opened any more. */
  forgetKey(studyId: StudyId): TransactionPart;
  /** Deletes some of the study's rows; undefined once there are none left. */
  emptying(studyId: StudyId, waves: readonly number[]): Promise<TransactionPart | undefined>;
  /** Which study a link is of. */
  studyOf(link: Link): StudyId;
  /** A new device, for a browser's cookie. */
  newDevice(): Device;
}

/** One study's answers, opened. Every row is sealed: without the study's key it says nothing but that it is there. */
export interface StudyAnswers {
  /** A link of this study; undefined when it isn't one. */
  read(link: Link): ReadLink | undefined;
  /** The same each time: it is kept nowhere. */
  link(participant: Participant, wave: number, issue: number): Link;
  /** A mark of a device, which can't be turned back into the cookie. */
  mark(device: Device): string;

  membership(participant: Participant): Promise<Membership | undefined>;
  /** A participant gets a candidate number; somebody faster: the command decides again. */
  join(participant: Participant, form: MainForm): TransactionPart;
  /** The membership is as it was read: consent wasn't withdrawn meanwhile. */
  stillMember(participant: Participant, membership: Membership): TransactionPart;
  leave(participant: Participant, membership: Membership): TransactionPart;
  /** The memberships of people that none of these is, who are asked for once these are read: who joins meanwhile isn't one. Each with what ends it. */
  strangers(
    known: () => Promise<readonly Participant[]>,
  ): Promise<readonly { readonly candidate: string; readonly leave: TransactionPart }[]>;

  sheet(wave: number, candidate: string, forms: StudyForms): Promise<KeptSheet | undefined>;
  sheets(wave: number, forms: StudyForms): Promise<readonly KeptSheet[]>;
  /** Writes a sheet if it is still as it was read; else the command decides again. */
  write(
    wave: number,
    candidate: string,
    forms: StudyForms,
    before: KeptSheet | undefined,
    after: AnswerSheet,
  ): { readonly part: TransactionPart; readonly revision: Revision };
  /** Deletes a sheet that is still as it was read. */
  remove(wave: number, kept: KeptSheet): TransactionPart;
  /** There is still no sheet. */
  stillNone(wave: number, candidate: string): TransactionPart;
}
