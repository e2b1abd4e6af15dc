import { EntryId, OfferingId } from "#kernel/ids";
import type { ItemKey } from "#kernel/transaction-part";
import type { EntryRef } from "#registration/ports/waiting-list";

/** What a due row of this context is about. */
export function dueOf({ pk, sk }: ItemKey): EntryRef {
  return {
    offeringId: OfferingId.parse(pk.replace("OFFERING#", "")),
    entryId: EntryId.parse(sk.replace("ENTRY#", "")),
  };
}
