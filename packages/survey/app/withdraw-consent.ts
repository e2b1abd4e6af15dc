import * as z from "zod";
import type { Participation } from "#education/ports/participations";
import { norwegianDay } from "#kernel/norwegian-time";
import type { TransactionPart } from "#kernel/transaction-part";
import { assertMayUse } from "../domain/answer-sheet.ts";
import type { Consent } from "../domain/consent.ts";
import type { StudyForms } from "../domain/form.ts";
import type { Study, Wave } from "../domain/study.ts";
import type { Membership, StudyAnswers } from "../ports/answers.ts";
import { arrive, bearingOf, type ParticipantPorts, UNRECORDED } from "./arrive.ts";
import type { Visit } from "./link.ts";

export const Withdrawn = z.object({
  /** Waves whose answers were removed. */
  removed: z.int(),
  /** Of these, waves whose result is published: its means stay as they are. */
  published: z.int(),
});
export type Withdrawn = z.infer<typeof Withdrawn>;

/**
 * Withdraws consent and removes all the participant's answers, any time until the study closes, by the link of any wave.
 * Done twice, the second removes nothing.
 *
 * @throws DomainError as `OpenLink`, and `busy-try-again`
 */
export type WithdrawConsent = (visit: Visit) => Promise<Withdrawn>;

export function withdrawConsentUseCase(ports: ParticipantPorts): WithdrawConsent {
  return (visit) =>
    ports.unitOfWork.run(UNRECORDED, Withdrawn, async () => {
      const arrival = await arrive(ports, visit);
      assertMayUse(arrival.kept?.sheet, bearingOf(arrival));
      const { consent, membership } = arrival;
      if (!consent || !membership) return { parts: [], answer: { removed: 0, published: 0 } };
      return withdrawal(ports, { ...arrival, consent, membership });
    });
}

interface Given {
  readonly study: Study;
  readonly forms: StudyForms;
  readonly opened: StudyAnswers;
  readonly participation: Participation;
  readonly consent: Consent;
  readonly membership: Membership;
}

/** All that a withdrawal removes, in one transaction; an answer that is saved at the same time is removed too, or refused. */
async function withdrawal(
  { studies, consents, unitOfWork }: Pick<ParticipantPorts, "studies" | "consents" | "unitOfWork">,
  { study, forms, opened, participation, consent, membership }: Given,
): Promise<{ parts: TransactionPart[]; answer: Withdrawn }> {
  const { studyId } = study;
  const { parts, removed } = await removalOf(await studies.waves(studyId), opened, forms, membership.candidate);
  const withdrawnOn = norwegianDay(unitOfWork.clock());
  return {
    parts: [
      consents.write(studyId, participation, consent, { ...consent, status: "withdrawn", withdrawnOn }),
      opened.leave(participation, membership),
      studies.stillOpen(studyId),
      ...parts,
    ],
    answer: {
      removed: removed.length,
      published: removed.filter(({ status }) => status === "published").length,
    },
  };
}

/** All of a candidate's answers go; and one that is saved meanwhile makes the command decide again. */
export async function removalOf(
  waves: readonly Wave[],
  opened: StudyAnswers,
  forms: StudyForms,
  candidate: string,
): Promise<{ readonly parts: readonly TransactionPart[]; readonly removed: readonly Wave[] }> {
  const kept = await Promise.all(waves.map(({ number }) => opened.sheet(number, candidate, forms)));
  const parts = waves.flatMap(({ number, status }, index): TransactionPart[] => {
    const sheet = kept[index];
    if (sheet) return [opened.remove(number, sheet)];
    return status === "open" ? [opened.stillNone(number, candidate)] : [];
  });
  return { parts, removed: waves.filter((_wave, index) => kept[index] !== undefined) };
}
