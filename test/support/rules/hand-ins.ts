import { isReady } from "#education/domain/practice-document";
import type { Stored } from "./stored.ts";

/**
 * What a certificate is decided on is what was handed in: a participation tells of a portfolio and an essay what they are,
 * and there are never more than five documents, or one essay and the one that is to take its place (rule 5). What was deleted when its time was over is not told of.
 */
export function brokenHandIns({ handIns, participations }: Stored): string[] {
  const participationOf = new Map(participations.map((each) => [`${each.cohortId}#${each.placeId}`, each]));
  return handIns.flatMap((handIn) => {
    const { kind, status, documents, cohortId, placeId } = handIn;
    const name = `The ${kind} of ${placeId}`;
    const told = participationOf.get(`${cohortId}#${placeId}`)?.[kind];
    const ready = documents.filter(isReady).map(({ documentId }) => documentId);
    const toldReady =
      told && "documents" in told
        ? told.documents.map(({ documentId }) => documentId)
        : [told?.documentId].filter(Boolean);
    const standing = documents.filter(({ file }) => file?.status !== "rejected");
    return [
      ...(told?.status === status ? [] : [`${name} is ${status}, and is told to be ${told?.status}`]),
      ...(ready.join() === toldReady.join() ? [] : [`${name} has ready ${ready}, and is told to have ${toldReady}`]),
      ...(standing.length <= (kind === "essay" ? 2 : 5) && (kind === "portfolio" || ready.length <= 1)
        ? []
        : [`${name} has ${standing.length} documents`]),
    ];
  });
}
