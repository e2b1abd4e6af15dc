import type { Instant } from "#kernel/clock";
import type { Locale, StaffText } from "#kernel/locale";

/** What each of the survey's mails tells: whose it is, and which form by which link. */
export interface LetterFacts {
  readonly locale: Locale;
  /** The participant's. */
  readonly name: string;
  readonly study: StaffText;
  readonly gathering: StaffText;
  readonly closesAt: Instant;
  readonly url: string;
}
