import { isOfKind, type KindOfData, type PersonalData, type Row } from "#kernel/personal-data";
import type { ItemKey } from "#kernel/transaction-part";
import type { KindText } from "../domain/treated.ts";

/** The policies of all contexts, as walks over the table ask for them. */
export interface KindsOfRows {
  /** The kind of a row that is found by itself; undefined for one that holds nothing, or hangs on another. */
  found(row: Row): KindOfData | undefined;
  /** The kinds of rows that hang on rows of this kind. */
  hangingOn(kind: KindOfData): readonly KindOfData[];
  /** What these kinds are called, each once, in the order of the policies. */
  texts(kinds: ReadonlySet<string>): KindText[];
}

export function kindsOfRows(contexts: readonly PersonalData[]): KindsOfRows {
  const all = contexts.flatMap(({ kinds }) => kinds);
  const found = all.filter(({ hangsOn }) => !hangsOn);
  return {
    found: (row) => found.find(({ rows }) => isOfKind(row, rows)),
    hangingOn: ({ kind }) => all.filter(({ hangsOn }) => hangsOn?.kind === kind),
    texts: (asked) =>
      contexts.flatMap(({ context, kinds }) =>
        kinds.filter(({ kind }) => asked.has(kind)).map(({ kind, name, holds }) => ({ context, kind, name, holds })),
      ),
  };
}

/** Whether any context says what becomes of such a row: a kind that nobody has thought of is a mistake. */
export function isKnown(contexts: readonly PersonalData[], row: ItemKey): boolean {
  return contexts.some(({ kinds, nothing }) => [...kinds, ...nothing].some(({ rows }) => isOfKind(row, rows)));
}
