import type { Locale } from "#kernel/locale";
import type { Participation } from "../../domain/participation.ts";

/** One's own page, from the root: with the key that opens it, and the language. */
export function participantAddress(
  { cohortId, placeId, key }: Pick<Participation, "cohortId" | "placeId" | "key">,
  lang: Locale,
): string {
  return `/cohorts/${cohortId}/participants/${placeId}/page?key=${key}&lang=${lang}`;
}
