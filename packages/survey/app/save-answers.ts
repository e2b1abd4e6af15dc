import type { Scores } from "../domain/form.ts";
import type { Device, Revision } from "../domain/link.ts";
import type { Visit } from "./link.ts";

export interface SaveAnswersCommand {
  /** As `OpenedLink` or the save before told it. */
  readonly revision: Revision;
  /** The scores of one step, or of several: those that aren't named stay as they were. */
  readonly scores: Scores;
}

export interface SavedAnswers {
  readonly device: Device;
  readonly revision: Revision;
  /** Statements still to be answered in each form that is asked; 0: its answers count. */
  readonly left: { readonly main: number; readonly extra: number };
}

/**
 * Saves scores, until the form closes. The same scores saved again are saved. Nothing is written that names the participant.
 *
 * @throws DomainError as `OpenLink`, and `survey-wave-closed`, `survey-consent-missing` (not given, or withdrawn meanwhile),
 *   `survey-answers-changed` (saved from another window meanwhile: show what is there), `survey-statement-unknown` (of another form),
 *   `survey-score-invalid` (not a whole number from 1 to 10), `busy-try-again`; nothing is stored then
 */
export type SaveAnswers = (visit: Visit, command: SaveAnswersCommand) => Promise<SavedAnswers>;
