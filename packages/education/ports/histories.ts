import type { TransactionPart } from "#kernel/transaction-part";
import type { HistoryEntry } from "../domain/history.ts";
import type { ParticipationRef } from "./participations.ts";

/** What was done to participations, as this context keeps it. */
export interface Histories {
  add(entry: HistoryEntry): TransactionPart;
  /** The first hundred entries of a participation, the oldest first. */
  of(participation: ParticipationRef): Promise<readonly HistoryEntry[]>;
}
