import type { Letter } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import type { MailId, SendingOutcome } from "../domain/mail.ts";

export interface CalendarAttachment {
  readonly method: "PUBLISH" | "CANCEL";
  readonly content: string;
}

/** A file that goes with a letter. */
export interface FileAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A letter, ready for the post. */
interface Posting {
  readonly mailId: MailId;
  readonly to: string;
  readonly locale: Locale;
  readonly letter: Letter;
  readonly calendar?: CalendarAttachment;
  readonly file?: FileAttachment;
}

/** Hands one letter over, once: it never tries again by itself, and never throws for what the post says or doesn't. */
export type Post = (posting: Posting) => Promise<SendingOutcome>;
