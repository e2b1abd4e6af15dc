import type { Letter } from "#kernel/letter";
import type { LetterFacts } from "./letter-facts.ts";
import { newLink } from "./new-link.ts";
import { studyInvitation } from "./study-invitation.ts";
import { waveInvitation } from "./wave-invitation.ts";
import { waveReminder } from "./wave-reminder.ts";

interface Occasion {
  /** A wave opens; it closes soon and isn't answered; the participant asked for another link. */
  readonly kind: "invitation" | "reminder" | "new-link";
  /** Whether consent is asked for behind the link. */
  readonly firstTime: boolean;
}

export type LetterRequest = LetterFacts & Occasion;

/** The survey's mail for an occasion. */
export function writeLetter({ kind, firstTime, ...facts }: LetterRequest): Letter {
  switch (kind) {
    case "invitation":
      return firstTime ? studyInvitation(facts) : waveInvitation(facts);
    case "reminder":
      return waveReminder(facts);
    case "new-link":
      return newLink(facts);
  }
}
