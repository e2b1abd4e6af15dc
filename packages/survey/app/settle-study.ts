import type { ParticipationReads } from "#education/ports/participations";
import { invariant } from "#kernel/domain-error";
import type { Origin } from "#kernel/origin";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { closingAfterChange } from "../domain/open-study.ts";
import { planWaves } from "../domain/plan-waves.ts";
import { type ClosedWave, researchSheets } from "../domain/research-file.ts";
import type { Study, StudyId, Wave } from "../domain/study.ts";
import { studyClosed } from "../events/study-closed.ts";
import type { Answers } from "../ports/answers.ts";
import type { Consents } from "../ports/consents.ts";
import type { Forms } from "../ports/forms.ts";
import type { Publications } from "../ports/publications.ts";
import type { Studies } from "../ports/studies.ts";
import { forgetStrangers } from "./forget-strangers.ts";
import { studyForms } from "./study-forms.ts";

export interface SettleStudyPorts {
  readonly unitOfWork: UnitOfWork;
  readonly studies: Studies;
  readonly forms: Pick<Forms, "get">;
  readonly publications: Publications;
  readonly answers: Answers;
  readonly consents: Pick<Consents, "get">;
  readonly participations: Pick<ParticipationReads, "cohort" | "ofCohort">;
}

/**
 * What is due for a study: who can't withdraw any more has no answers, its waves follow the cohort's calendar, and when its
 * time is over it closes. Each step is one transaction and can be repeated: no more withdrawals, then the researchers' file, then the key is forgotten, then the rows.
 */
export type SettleStudy = (origin: Origin, studyId: StudyId) => Promise<void>;

export function settleStudyUseCase(ports: SettleStudyPorts): SettleStudy {
  const { unitOfWork, studies, answers } = ports;
  return async (origin, studyId) => {
    await forgetStrangers(ports, origin, studyId);
    await unitOfWork.handle(origin, async () => {
      const study = await studies.get(studyId);
      return study?.status === "open" ? follow(ports, study) : [];
    });
    await unitOfWork.handle(origin, async () => {
      const study = await studies.get(studyId);
      return study?.status === "closing" ? close(ports, study) : [];
    });
    for (let more = true; more; ) {
      await unitOfWork.handle(origin, async () => {
        const study = await studies.get(studyId);
        more = study?.status === "closed" && !study.emptied;
        if (!study || !more) return [];
        const waves = await studies.waves(studyId);
        const emptying = await answers.emptying(
          studyId,
          waves.map(({ number }) => number),
        );
        return [emptying ?? studies.replace(study, { ...study, emptied: true })];
      });
    }
  };
}

/** The next look at an open study: to its calendar, or to its end. */
async function follow(
  { studies, participations, unitOfWork }: SettleStudyPorts,
  study: Study,
): Promise<TransactionPart[]> {
  const now = unitOfWork.clock();
  const [cohort, waves] = await Promise.all([participations.cohort(study.cohortId), studies.waves(study.studyId)]);
  invariant(cohort !== undefined, "a study's cohort stays");
  const { add, change, drop } = planWaves(study, cohort.gatherings, waves, now);
  const changed = new Map(change.map(({ before, after }) => [before, after]));
  const after = [...waves.filter((wave) => !drop.includes(wave)).map((wave) => changed.get(wave) ?? wave), ...add];
  const next = { ...study, closesAt: closingAfterChange(study.closesAt, after) };
  const over = next.closesAt <= now && after.every(({ status }) => status === "published");
  return [
    ...add.map((wave) => studies.addWave(wave)),
    ...change.map((each) => studies.replaceWave(each.before, each.after)),
    ...drop.map((wave) => studies.dropWave(wave)),
    studies.replace(study, over ? { ...next, status: "closing" } : next),
  ];
}

/** Nobody can withdraw any more: what is left of the answers becomes the file, and the key that tells whose they were goes. */
async function close(ports: SettleStudyPorts, study: Study): Promise<TransactionPart[]> {
  const { studies, answers, publications, unitOfWork } = ports;
  const { studyId, cohortId } = study;
  const [waves, forms, opened] = await Promise.all([
    studies.waves(studyId),
    studyForms(ports.forms, study),
    answers.open(studyId),
  ]);
  const closed = await Promise.all(
    waves.map(async ({ number }: Wave): Promise<ClosedWave[]> => {
      const publication = await publications.get(studyId, number);
      return publication ? [{ publication, sheets: (await opened?.sheets(number, forms)) ?? [] }] : [];
    }),
  );
  const sheets = researchSheets(study.limit, forms, closed.flat(), (candidates) => shuffled(candidates, unitOfWork));
  return [
    ...sheets.map((sheet) => publications.release(sheet)),
    answers.forgetKey(studyId),
    studies.replace(study, { ...study, status: "closed" }),
    record(studyClosed.of({ studyId, cohortId })),
  ];
}

/** A random order: by 8 random bytes each. */
function shuffled(candidates: readonly string[], { random }: Pick<UnitOfWork, "random">): string[] {
  return candidates
    .map((candidate) => ({ candidate, at: random(8).join(" ") }))
    .sort((one, other) => one.at.localeCompare(other.at))
    .map(({ candidate }) => candidate);
}
