import * as z from "zod";

/** One line of text that a person typed: no line breaks (they would forge mail headers) or other control characters. */
export const TextLine = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, "One line of text, please.");

/** An address in lower case, as it is compared; RFC 5321 § 4.5.3.1.3 allows 254 characters. */
export const EmailAddress = z.email().max(254).toLowerCase();
