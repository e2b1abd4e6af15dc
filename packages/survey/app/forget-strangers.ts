import type { ParticipationReads } from "#education/ports/participations";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { StudyId } from "../domain/study.ts";
import type { Answers } from "../ports/answers.ts";
import type { Forms } from "../ports/forms.ts";
import type { Studies } from "../ports/studies.ts";
import { studyForms } from "./study-forms.ts";
import { removalOf } from "./withdraw-consent.ts";

interface ForgetStrangersPorts {
  readonly unitOfWork: UnitOfWork;
  readonly studies: Studies;
  readonly forms: Pick<Forms, "get">;
  readonly answers: Answers;
  readonly participations: Pick<ParticipationReads, "ofCohort">;
}

/**
 * Who was erased, or has given their place to another, has no link that works any more and so can't withdraw: while the
 * study is open their answers go, as if they had. A transaction each; looked for whenever the study is looked at.
 */
export async function forgetStrangers(ports: ForgetStrangersPorts, origin: Origin, studyId: StudyId): Promise<void> {
  const { unitOfWork, studies, answers, participations } = ports;
  const [study, opened] = await Promise.all([studies.get(studyId), answers.open(studyId)]);
  if (study?.status !== "open" || !opened) return;
  const forms = await studyForms(ports.forms, study);
  for (const { candidate, leave } of await opened.strangers(await participations.ofCohort(study.cohortId))) {
    await unitOfWork.handle(origin, async () => {
      const { parts } = await removalOf(await studies.waves(studyId), opened, forms, candidate);
      return [leave, ...parts];
    });
  }
}
