import type { Locale } from "#kernel/locale";
import type { Link } from "../../domain/link.ts";

/** What the pages' addresses begin with; the device's cookie goes nowhere else. */
export const SURVEY_PATH = "/survey";

/** A participant's page, from the root: `step` counts from 1. */
export function surveyAddress(
  link: Link,
  lang: Locale,
  part: "" | `/steps/${number}` | "/withdrawal" | "/new-link" | "/consent" = "",
): string {
  return `${SURVEY_PATH}/${link}${part}?lang=${lang}`;
}
