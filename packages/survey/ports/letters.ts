import type { Instant } from "#kernel/clock";
import type { Locale, StaffText } from "#kernel/locale";

/** What one of the survey's mails says; `survey-pages` writes them: packages/survey/http/pages/letters.ts. */
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
  /** The sender's name. */
  readonly seller: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type WriteLetter = (facts: LetterFacts) => Letter;
