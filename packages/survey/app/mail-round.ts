import type { Participation, ParticipationReads } from "#education/ports/participations";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { formsOf, isComplete } from "../domain/answer-sheet.ts";
import { standingOf } from "../domain/consent.ts";
import type { StudyForms } from "../domain/form.ts";
import { type LetterRequest, writeLetter } from "../domain/letters/write-letter.ts";
import { linkAddress } from "../domain/link.ts";
import { isInRound, isMailed, type Round, roundOf } from "../domain/mail-round.ts";
import type { Study, StudyId, Wave } from "../domain/study.ts";
import type { Answers, StudyAnswers } from "../ports/answers.ts";
import type { Consents } from "../ports/consents.ts";
import type { Forms } from "../ports/forms.ts";
import type { Post } from "../ports/post.ts";
import type { Studies } from "../ports/studies.ts";
import { studyForms } from "./study-forms.ts";

export interface MailRoundPorts {
  readonly unitOfWork: UnitOfWork;
  readonly studies: Studies;
  readonly forms: Pick<Forms, "get">;
  readonly consents: Pick<Consents, "get">;
  readonly answers: Answers;
  readonly participations: Pick<ParticipationReads, "ofCohort">;
  readonly post: Post;
  readonly publicUrl: string;
}

/**
 * Mails a wave's invitations, or its reminders when their time has come: a participant at a time, and then the wave says
 * that everybody so far has been looked at. It never says who got a mail. Stopped in between, the one it stopped at may
 * get a second mail: better than none.
 *
 * @throws when SES takes no mail now: the round goes on with the same participant when it is tried again
 */
export type MailRound = (origin: Origin, studyId: StudyId, number: number) => Promise<void>;

export function mailRoundUseCase(ports: MailRoundPorts): MailRound {
  const { unitOfWork, studies, participations, answers, post } = ports;
  return async (origin, studyId, number) => {
    const [study, wave, opened] = await Promise.all([
      studies.get(studyId),
      studies.wave(studyId, number),
      answers.open(studyId),
    ]);
    const round = wave && roundOf(wave, unitOfWork.clock());
    if (!study || !wave || !opened || !round) return;
    const forms = await studyForms(ports.forms, study);
    let at = wave;
    const everybody = await participations.ofCohort(study.cohortId);
    for (const participation of inOrder(everybody.filter((each) => isInRound(round, wave, each)))) {
      if (at.after !== undefined && participation.placeId <= at.after) continue;
      const facts = await factsOf(ports, { study, wave, forms, opened, round }, participation);
      if (facts) {
        const { email, locale } = participation;
        const posted = await post({ to: email, locale, letter: writeLetter(facts) });
        if (posted === "unsure") throw new Error("SES took no mail now; the survey's round goes on later.");
      }
      const next = await goOn(origin, at, { ...at, after: participation.placeId });
      if (!next) return;
      at = next;
    }
    const { after: _after, ...rest } = at;
    await goOn(origin, at, { ...rest, round: round === "invitation" ? "reminder" : "done" });
  };

  /** Undefined: the wave closed meanwhile, or another sweep is at work on it. */
  async function goOn(origin: Origin, from: Wave, to: Wave): Promise<Wave | undefined> {
    let went = false;
    await unitOfWork.handle(origin, async () => {
      const now = await studies.wave(from.studyId, from.number);
      went = now?.version === from.version;
      return went ? [studies.replaceWave(from, to)] : [];
    });
    return went ? { ...to, version: from.version + 1 } : undefined;
  }
}

function inOrder(everybody: readonly Participation[]): Participation[] {
  return everybody.toSorted((one, other) => (one.placeId < other.placeId ? -1 : 1));
}

interface InRound {
  readonly study: Study;
  readonly wave: Wave;
  readonly forms: StudyForms;
  readonly opened: StudyAnswers;
  readonly round: Round;
}

/** What this round's mail to a participant says; undefined when there is none for them. */
async function factsOf(
  { consents, publicUrl }: Pick<MailRoundPorts, "consents" | "publicUrl">,
  { study, wave, forms, opened, round }: InRound,
  participation: Participation,
): Promise<LetterRequest | undefined> {
  const [consent, membership] = await Promise.all([
    consents.get(study.studyId, participation),
    opened.membership(participation),
  ]);
  const kept = membership && (await opened.sheet(wave.number, membership.candidate, forms));
  const asked = membership ? formsOf(forms, membership.form, wave.extra) : [];
  const complete = membership !== undefined && asked.every((form) => isComplete(kept?.sheet, form));
  const standing = standingOf(consent, membership !== undefined);
  if (!isMailed(round, { consent: standing, complete })) return undefined;
  const { name, locale } = participation;
  return {
    kind: round,
    locale,
    name,
    study: study.title,
    gathering: wave.title,
    closesAt: wave.closesAt,
    firstTime: consent === undefined,
    url: linkAddress(publicUrl, opened.link(participation, wave.number, kept?.sheet.issue ?? 0)),
  };
}
