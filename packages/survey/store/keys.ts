import { createHash } from "node:crypto";
import type { ItemKey } from "#kernel/transaction-part";
import type { Participant } from "#survey/ports/answers";
import type { StudyId } from "#survey/ports/studies";
import type { FormKind } from "../domain/form.ts";

const twoDigits = (number: number) => String(number).padStart(2, "0");

/** In the table of everything else. */
export const studyPartition = (studyId: StudyId) => `STUDY#${studyId}`;
export const studyKey = (studyId: StudyId): ItemKey => ({ pk: studyPartition(studyId), sk: "STUDY" });
export const WAVE = "WAVE#";
export const waveKey = (studyId: StudyId, number: number): ItemKey => ({
  pk: studyPartition(studyId),
  sk: `${WAVE}${twoDigits(number)}`,
});
export const consentKey = (studyId: StudyId, participant: Participant): ItemKey => ({
  pk: studyPartition(studyId),
  sk: `CONSENT#${participantText(participant)}`,
});
export const PUBLICATION = "PUBLICATION#";
export const publicationKey = (studyId: StudyId, wave: number): ItemKey => ({
  pk: studyPartition(studyId),
  sk: `${PUBLICATION}${twoDigits(wave)}`,
});
export const RESEARCH = "RESEARCH#";
export const researchKey = (studyId: StudyId, wave: number, form: FormKind): ItemKey => ({
  pk: studyPartition(studyId),
  sk: `${RESEARCH}${twoDigits(wave)}#${form}`,
});
export const cohortStudyKey = (cohortId: string): ItemKey => ({ pk: `COHORT-STUDY#${cohortId}`, sk: "STUDY" });

export const formPartition = (kind: FormKind) => `SURVEY-FORM#${kind}`;
export const VERSION = "VERSION#";
export const formKey = (kind: FormKind, version: number): ItemKey => ({
  pk: formPartition(kind),
  sk: `${VERSION}${String(version).padStart(4, "0")}`,
});

/** In the answers' own table. */
export const keyKey = (studyId: StudyId): ItemKey => ({ pk: `KEY#${studyId}`, sk: "KEY" });
export const MEMBERS = "MEMBER#";
export const membersPartition = (studyId: StudyId) => `MEMBERS#${studyId}`;
export const memberKey = (studyId: StudyId, participant: Participant): ItemKey => ({
  pk: membersPartition(studyId),
  sk: `${MEMBERS}${participantText(participant)}`,
});
export const sheetsPartition = (studyId: StudyId, wave: number) => `ANSWERS#${studyId}#${twoDigits(wave)}`;
export const sheetKey = (studyId: StudyId, wave: number, candidate: string): ItemKey => ({
  pk: sheetsPartition(studyId, wave),
  sk: `${CANDIDATES}${candidate}`,
});
export const CANDIDATES = "CANDIDATE#";
export const candidateIn = (sk: string) => sk.slice(CANDIDATES.length);
/** What a due row's key says it is: a study, or one of its waves. */
export function dueOf({ pk, sk }: ItemKey): { readonly studyId: string; readonly wave?: number } | undefined {
  const studyId = /^STUDY#(.+)$/.exec(pk)?.[1];
  if (studyId === undefined) return undefined;
  if (sk === "STUDY") return { studyId };
  return sk.startsWith(WAVE) ? { studyId, wave: Number(sk.slice(WAVE.length)) } : undefined;
}

/** Somebody in a cohort as a key holds it: by their place, and a hash of the key that only they have. */
function participantText({ placeId, key }: Participant): string {
  return `${placeId}#${createHash("sha256").update(`survey ${key}`).digest("base64url").slice(0, 22)}`;
}
