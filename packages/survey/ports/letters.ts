import type { Instant } from "#kernel/clock";
import type { Letter } from "#kernel/letter";
import type { Locale, StaffText } from "#kernel/locale";

/** What one of the survey's mails is written from. */
export interface LetterFacts {
  /** A wave opens; it closes soon and isn't answered; the participant asked for another link. */
  readonly kind: "invitation" | "reminder" | "new-link";
  readonly locale: Locale;
  /** The participant's name. */
  readonly name: string;
  readonly study: StaffText;
  readonly gathering: StaffText;
  readonly closesAt: Instant;
  /** Whether consent is asked for behind the link. */
  readonly firstTime: boolean;
  readonly url: string;
}

export type WriteLetter = (facts: LetterFacts) => Letter;
