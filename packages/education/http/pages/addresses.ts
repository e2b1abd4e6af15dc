import type { DocumentId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import type { Participation } from "../../domain/participation.ts";

/** Whose page it is. The key opens it for who isn't logged in; it is in no address that others are shown. */
export type Whose = Pick<Participation, "cohortId" | "placeId"> & Partial<Pick<Participation, "key">>;

/** One's own page, from the root: with the key that opens it, and the language. */
export function participantAddress(whose: Whose, lang: Locale): string {
  return `${pathOf(whose)}/page?${keyOf(whose)}lang=${lang}`;
}

/** The page of one's portfolio and essay. */
export function portfolioAddress(whose: Whose, lang: Locale): string {
  return `${pathOf(whose)}/portfolio/page?${keyOf(whose)}lang=${lang}`;
}

/** A document's file, which then has a short-lived address of its own. */
export function documentAddress(whose: Whose, documentId: DocumentId): string {
  return `${pathOf(whose)}/documents/${documentId}/file?${keyOf(whose)}`.replace(/[?&]$/, "");
}

function pathOf({ cohortId, placeId }: Whose): string {
  return `/cohorts/${cohortId}/participants/${placeId}`;
}

function keyOf({ key }: Whose): string {
  return key === undefined ? "" : `key=${key}&`;
}
