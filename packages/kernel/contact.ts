import * as z from "zod";

/**
 * One line of text that a person typed: no line breaks (they would forge mail headers) or other control characters, and
 * nothing that can't be seen but changes how the rest reads: turned writing direction, zero-width spaces, half characters
 * (UTR #36). What joins emoji and letters stays.
 */
export const TextLine = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(
    /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*$/u,
    "One line of text, please.",
  );

/** An address in lower case, as it is compared; RFC 5321 § 4.5.3.1.3 allows 254 characters. */
export const EmailAddress = z.email().max(254).toLowerCase();
