import { mailCode } from "../domain/templates/mail-code.ts";
import type { Writer } from "./writer.ts";

export const writeMailCode: Writer<"mail-code"> = async ({ codeId }, { readings, now }) => {
  const found = await readings.mailCode(codeId);
  if (!found) return "nobody-to-write-to";
  const { email, code, validUntil, locale } = found;
  if (validUntil <= now) return "out-of-date";
  return { to: email, locale, letter: mailCode({ code, validUntil }, locale) };
};
