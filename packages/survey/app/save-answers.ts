import * as z from "zod";
import { refusal } from "#kernel/domain-error";
import { answered, assertMayUse, formsOf, sameSheet } from "../domain/answer-sheet.ts";
import { type Scores, unanswered } from "../domain/form.ts";
import { Device, NEW, Revision } from "../domain/link.ts";
import { arrive, bearingOf, type ParticipantPorts, UNRECORDED } from "./arrive.ts";
import type { Visit } from "./link.ts";

export interface SaveAnswersCommand {
  /** As `OpenedLink` or the save before told it. */
  readonly revision: Revision;
  /** The scores of one step, or of several: those that aren't named stay as they were. */
  readonly scores: Scores;
}

const SavedAnswers = z.object({
  /** To be set as the browser's cookie: the one it brought, or a new one. */
  device: Device,
  revision: Revision,
  /** Statements still to be answered in each form that is asked; 0: its answers count. */
  left: z.object({ main: z.int(), extra: z.int() }),
});
type SavedAnswers = z.infer<typeof SavedAnswers>;

/**
 * Saves scores, until the form closes. The same scores saved again are saved. Nothing is written that names the participant.
 *
 * @throws DomainError as `OpenLink`, and `survey-wave-closed`, `survey-consent-missing` (not given, or withdrawn meanwhile),
 *   `survey-answers-changed` (saved from another window meanwhile: show what is there), `survey-statement-unknown` (of another form),
 *   `survey-score-invalid` (not a whole number from 1 to 10), `busy-try-again`; nothing is stored then
 */
export type SaveAnswers = (visit: Visit, command: SaveAnswersCommand) => Promise<SavedAnswers>;

export function saveAnswersUseCase(ports: ParticipantPorts): SaveAnswers {
  return async (visit, { revision, scores }) => {
    // The same device at each attempt, also of a browser that brought none.
    const device = visit.device ?? ports.answers.newDevice();
    return ports.unitOfWork.run(UNRECORDED, SavedAnswers, async () => {
      const arrival = await arrive(ports, { ...visit, device });
      const { study, wave, forms, opened, participation, membership, kept } = arrival;
      const bearing = bearingOf(arrival);
      assertMayUse(kept?.sheet, bearing);
      if (wave.status !== "open") throw refusal("survey-wave-closed", {});
      if (!membership) throw refusal("survey-consent-missing", {});
      const asked = formsOf(forms, membership.form, wave.extra);
      const sheet = answered(kept?.sheet, asked, scores, { ...bearing, form: membership.form });
      const [main, extra] = asked.map((form) => unanswered(form, sheet.scores));
      const left = { main: main ?? 0, extra: extra ?? 0 };
      if (kept && sameSheet(kept.sheet, sheet)) return { parts: [], answer: { device, revision: kept.revision, left } };
      if ((kept?.revision ?? NEW) !== revision) throw refusal("survey-answers-changed", {});
      const written = opened.write(wave.number, membership.candidate, forms, kept, sheet);
      return {
        parts: [
          written.part,
          opened.stillMember(participation, membership),
          ports.studies.stillAnswerable(study.studyId, wave.number),
        ],
        answer: { device, revision: written.revision, left },
      };
    });
  };
}
