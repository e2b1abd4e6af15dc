import type { TransactionPart } from "#kernel/transaction-part";
import type { Cohort } from "../domain/cohort.ts";
import type { HandIn } from "../domain/hand-in.ts";
import type { HandInKind } from "../domain/practice-document.ts";
import type { HandInEntry } from "../domain/review.ts";
import type { ParticipationRef } from "./participations.ts";

export type { HandIn } from "../domain/hand-in.ts";
export type { HandInKind } from "../domain/practice-document.ts";

export interface HandInRef extends ParticipationRef {
  readonly kind: HandInKind;
}

/** What mails are written from. */
export interface HandInReads {
  /** Undefined: nothing was added yet, or it was deleted when its time was over. */
  get(handIn: HandInRef): Promise<HandIn | undefined>;
}

/** Portfolios and essays as this context keeps them. */
export interface HandIns extends HandInReads {
  /**
   * Writes `after`, one version on, if nobody has changed the hand-in since it was read as `before`; else the command loads
   * again. So two who add a fifth document at once can't make six.
   */
  write(before: HandIn, after: HandIn, on: { readonly cohort: Cohort; readonly now: string }): TransactionPart;
  /** A page of what waits for a reviewer, what was handed in first at the top. For people to look at: an index is behind the table. */
  queue(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly items: readonly HandIn[];
    readonly cursor?: string;
  }>;
  log(entry: HandInEntry): TransactionPart;
  /** The first hundred moves of a hand-in, the oldest first. */
  entries(handIn: HandInRef): Promise<readonly HandInEntry[]>;
  forgetEntries(entries: readonly HandInEntry[]): TransactionPart;
  /** Deletes a hand-in that is still as it was read. */
  forget(handIn: HandIn): TransactionPart;
}
