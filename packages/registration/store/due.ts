import { EntryId, OfferingId } from "#kernel/ids";
import type { ItemKey } from "#kernel/transaction-part";
import type { EntryRef } from "#registration/ports/waiting-list";
import { DueKind } from "../domain/schedule.ts";
import { DUE, ENTRY } from "./keys.ts";

/** What a due row of this context is about: the end of an offer, or something due for a whole offering. */
export type Due =
  | { readonly kind: "offer"; readonly entry: EntryRef }
  | { readonly kind: DueKind; readonly offeringId: OfferingId };

export function dueOf({ pk, sk }: ItemKey): Due {
  const offeringId = OfferingId.parse(pk.replace("OFFERING#", ""));
  if (sk.startsWith(DUE)) return { kind: DueKind.parse(sk.slice(DUE.length)), offeringId };
  return { kind: "offer", entry: { offeringId, entryId: EntryId.parse(sk.replace(ENTRY, "")) } };
}
