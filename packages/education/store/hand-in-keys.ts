import type { HandInRef } from "#education/ports/hand-ins";
import { OfferingId, PlaceId } from "#kernel/ids";
import type { ItemKey } from "#kernel/transaction-part";
import { HandInKind } from "../domain/practice-document.ts";
import { cohortKey } from "./keys.ts";

export const HAND_IN = "HAND-IN#";
export const handInKey = ({ cohortId, placeId, kind }: HandInRef) => ({
  pk: cohortKey(cohortId).pk,
  sk: `${HAND_IN}${placeId}#${kind}`,
});

/** The hand-in that a row is; none: it is another row of the cohort. */
export function handInOf({ pk, sk }: ItemKey): HandInRef | undefined {
  const [placeId, kind] = sk.startsWith(HAND_IN) ? sk.slice(HAND_IN.length).split("#") : [];
  if (placeId === undefined) return undefined;
  const cohortId = OfferingId.parse(pk.slice(pk.indexOf("#") + 1));
  return { cohortId, placeId: PlaceId.parse(placeId), kind: HandInKind.parse(kind) };
}

/** What was done with a hand-in, in order. */
export const handInEntries = ({ cohortId, placeId, kind }: HandInRef) => ({
  pk: cohortKey(cohortId).pk,
  prefix: `HAND-IN-MOVE#${placeId}#${kind}#`,
});
export const handInEntryKey = (entry: HandInRef & { readonly version: number }) => {
  const { pk, prefix } = handInEntries(entry);
  return { pk, sk: `${prefix}${String(entry.version).padStart(6, "0")}` };
};
