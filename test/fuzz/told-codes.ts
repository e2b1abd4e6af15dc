import * as z from "zod";
import { problemRow } from "#platform/http/problems/all";
import type { Answered } from "./ask.ts";

const Line = z.object({ message: z.literal("Answered"), code: z.string() });

/** The code that a function's log line tells of a refusal, be it told in JSON or on a page. */
export function codeIn(line: string): string | undefined {
  if (!line.includes('"code"')) return undefined;
  return Line.safeParse(JSON.parse(line)).data?.code;
}

/** Of participants' pages nothing is logged: they are known by their text. */
const ON_PAGES = [
  "survey-link-unknown",
  "survey-link-replaced",
  "survey-link-in-use",
  "survey-wave-closed",
  "survey-consent-missing",
  "survey-consent-text-changed",
  "survey-answers-changed",
  "survey-mail-not-sent",
] as const;

/** The code of a refusal that is a page of the survey's. */
export function codeOnPage({ status, text }: Answered): string | undefined {
  if (status < 400) return undefined;
  return ON_PAGES.find((code) => Object.values(problemRow(code).text({})).some((sentence) => text.includes(sentence)));
}
