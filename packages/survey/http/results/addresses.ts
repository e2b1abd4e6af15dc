import type { Locale } from "#kernel/locale";
import type { Group } from "../../domain/publication.ts";
import type { StudyId } from "../../domain/study.ts";

/** A study's results as a page, from the root. */
export function resultsAddress(studyId: StudyId, group: Group, lang: Locale): string {
  return `/survey-studies/${studyId}/results/page?group=${group}&lang=${lang}`;
}

/** The same as a sheet. */
export function resultsFile(studyId: StudyId, lang: Locale): string {
  return `/survey-studies/${studyId}/results.csv?lang=${lang}`;
}

/** Studies side by side. */
export function comparisonAddress(studyIds: readonly StudyId[], group: Group, lang: Locale): string {
  return `/survey-comparison/page?studies=${studyIds.join(",")}&group=${group}&lang=${lang}`;
}
