import type { Visit } from "./link.ts";

export interface Withdrawn {
  /** Waves whose answers were removed. */
  readonly removed: number;
  /** Of these, waves whose result is published: its means stay as they are. */
  readonly published: number;
}

/**
 * Withdraws consent and removes all the participant's answers, any time until the study closes, by the link of any wave.
 * Done twice, the second removes nothing.
 *
 * @throws DomainError as `OpenLink`, and `busy-try-again`
 */
export type WithdrawConsent = (visit: Visit) => Promise<Withdrawn>;
