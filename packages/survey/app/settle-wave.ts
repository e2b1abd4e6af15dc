import type { ParticipationReads } from "#education/ports/participations";
import { invariant } from "#kernel/domain-error";
import type { Origin } from "#kernel/origin";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { planWaves } from "../domain/plan-waves.ts";
import { publicationOf } from "../domain/publish-wave.ts";
import type { Study, StudyId, Wave } from "../domain/study.ts";
import { wavePublished } from "../events/wave-published.ts";
import type { Answers } from "../ports/answers.ts";
import type { Forms } from "../ports/forms.ts";
import type { Publications } from "../ports/publications.ts";
import type { Studies } from "../ports/studies.ts";
import type { MailRound } from "./mail-round.ts";
import { studyForms } from "./study-forms.ts";

export interface SettleWavePorts {
  readonly unitOfWork: UnitOfWork;
  readonly studies: Studies;
  readonly forms: Pick<Forms, "get">;
  readonly publications: Publications;
  readonly answers: Answers;
  readonly participations: Pick<ParticipationReads, "cohort" | "ofCohort">;
  readonly mailRound: MailRound;
}

/** What is due for a wave: it opens, its mails go out, its form closes, its result is published. Repeatable, and killed anywhere it goes on. */
export type SettleWave = (origin: Origin, studyId: StudyId, number: number) => Promise<void>;

export function settleWaveUseCase(ports: SettleWavePorts): SettleWave {
  const { unitOfWork, studies, mailRound } = ports;
  return async (origin, studyId, number) => {
    await step(origin, studyId, number, openOrMove);
    await step(origin, studyId, number, closeWhenOver);
    await mailRound(origin, studyId, number);
    await step(origin, studyId, number, publish);
  };

  /** One transaction, decided on the wave as it is then. */
  async function step(
    origin: Origin,
    studyId: StudyId,
    number: number,
    decide: (ports: SettleWavePorts, study: Study, wave: Wave) => Promise<TransactionPart[]>,
  ): Promise<void> {
    await unitOfWork.handle(origin, async () => {
      const [study, wave] = await Promise.all([studies.get(studyId), studies.wave(studyId, number)]);
      return study && wave ? decide(ports, study, wave) : [];
    });
  }
}

/** A planned wave opens when its time has come, unless the calendar was changed meanwhile: then it moves, or goes. */
async function openOrMove(
  { studies, answers, participations, unitOfWork }: SettleWavePorts,
  study: Study,
  wave: Wave,
): Promise<TransactionPart[]> {
  const now = unitOfWork.clock();
  if (wave.status !== "planned") return [];
  const cohort = await participations.cohort(study.cohortId);
  invariant(cohort !== undefined, "a study's cohort stays");
  const { change, drop } = planWaves(study, cohort.gatherings, [wave], now);
  if (drop.length > 0) return [studies.dropWave(wave)];
  const [moved] = change;
  const as = moved?.after ?? wave;
  if (as.opensAt > now) return moved ? [studies.replaceWave(wave, as)] : [];
  return [studies.replaceWave(wave, { ...as, status: "open" }), await answers.prepare(study.studyId)];
}

async function closeWhenOver({ studies, unitOfWork }: SettleWavePorts, _study: Study, wave: Wave) {
  if (wave.status !== "open" || wave.closesAt > unitOfWork.clock()) return [];
  return [studies.replaceWave(wave, { ...wave, status: "closed" })];
}

/** Nothing can be answered any more: what is there is the result. */
async function publish(ports: SettleWavePorts, study: Study, wave: Wave): Promise<TransactionPart[]> {
  if (wave.status !== "closed") return [];
  const { studies, answers, publications } = ports;
  const [opened, forms] = await Promise.all([answers.open(study.studyId), studyForms(ports.forms, study)]);
  invariant(opened !== undefined, "a study has its key until it closes, after its last wave");
  const sheets = await opened.sheets(wave.number, forms);
  const publication = publicationOf(
    study,
    wave,
    forms,
    sheets.map(({ sheet }) => sheet),
  );
  return [
    publications.publish(publication),
    studies.replaceWave(wave, { ...wave, status: "published" }),
    record(wavePublished.of({ studyId: study.studyId, wave: wave.number })),
  ];
}
