import type { TransactionPart } from "./transaction-part.ts";

/** Counts how often one caller asks for what anybody may ask for. */
export interface CallerLimit {
  /** One request more by `caller` in this hour. Fails with the limit's own refusal above it. */
  count(caller: string, now: string): Promise<TransactionPart>;
}
