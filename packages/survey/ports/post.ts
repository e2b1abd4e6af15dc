import type { Letter } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

/**
 * `sent`: SES has it. `refused`: it never will, as for a suppressed address. `unsure`: it may have it or not; trying again
 * may bring it twice.
 */
export type Posted = "sent" | "refused" | "unsure";

/** The survey's own mail: without a tag, a row, or an event of what became of it. */
export type Post = (mail: { readonly to: string; readonly locale: Locale; readonly letter: Letter }) => Promise<Posted>;
