import type { Participation, ParticipationReads } from "#education/ports/participations";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { StudyId } from "../domain/study.ts";
import type { Answers } from "../ports/answers.ts";
import type { Consents } from "../ports/consents.ts";
import type { Forms } from "../ports/forms.ts";
import type { Studies } from "../ports/studies.ts";
import { studyForms } from "./study-forms.ts";
import { removalOf } from "./withdraw-consent.ts";

interface ForgetStrangersPorts {
  readonly unitOfWork: UnitOfWork;
  readonly studies: Studies;
  readonly forms: Pick<Forms, "get">;
  readonly answers: Answers;
  readonly consents: Pick<Consents, "get">;
  readonly participations: Pick<ParticipationReads, "ofCohort">;
}

/**
 * Who has given their place to another has no link that works any more and so can't withdraw; and for who was erased their
 * consent was withdrawn without the key that their answers are under. While the study is open their answers go, as if they
 * had withdrawn. A transaction each; looked for whenever the study is looked at.
 */
export async function forgetStrangers(ports: ForgetStrangersPorts, origin: Origin, studyId: StudyId): Promise<void> {
  const { unitOfWork, studies, answers, consents, participations } = ports;
  const [study, opened] = await Promise.all([studies.get(studyId), answers.open(studyId)]);
  if (study?.status !== "open" || !opened) return;
  const forms = await studyForms(ports.forms, study);
  for (const { candidate, leave } of await opened.strangers(consenting)) {
    await unitOfWork.handle(origin, async () => {
      const { parts } = await removalOf(await studies.waves(studyId), opened, forms, candidate);
      return [leave, ...parts];
    });
  }

  async function consenting(): Promise<readonly Participation[]> {
    if (!study) return [];
    const everybody = await participations.ofCohort(study.cohortId);
    const said = await Promise.all(everybody.map((each) => consents.get(studyId, each)));
    return everybody.filter((_each, index) => said[index]?.status === "given");
  }
}
