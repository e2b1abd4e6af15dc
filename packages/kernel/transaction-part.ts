import type { DomainError } from "./domain-error.ts";
import type { Fact } from "./event.ts";

/** What a stored item may hold. */
export type Stored =
  | string
  | number
  | boolean
  | null
  | readonly Stored[]
  | { readonly [key: string]: Stored | undefined };
export type StoredItem = { readonly [attribute: string]: Stored | undefined };

export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/**
 * What must be true of an item for the transaction to go through, and how its failure reads. `otherwise` gets the
 * item as it was found (none: it doesn't exist). `"reload"` means: somebody was faster, load and decide again.
 */
export type Guard = { readonly otherwise: ((found: StoredItem | undefined) => DomainError) | "reload" } & (
  | { readonly is: "present" | "absent" }
  | { readonly is: "equal"; readonly attribute: string; readonly value: string | number | boolean }
  | { readonly is: "at-least"; readonly attribute: string; readonly value: number }
  | { readonly is: "below-one-of"; readonly attributes: readonly string[]; readonly value: number }
  | { readonly is: "after"; readonly attribute: string; readonly value: string }
);

/** Takes `amount` from a counter that must not go below zero. Takes of one counter in one transaction are summed. */
export interface Take {
  readonly attribute: string;
  readonly amount: number;
  readonly otherwise: Guard["otherwise"];
}

export type Write = WriteItem & {
  /** The name of another table than the one of the unit of work: a transaction may reach over both. */
  readonly table?: string;
};

type WriteItem =
  | { readonly kind: "create"; readonly key: ItemKey; readonly item: StoredItem; readonly guards: readonly Guard[] }
  | { readonly kind: "replace"; readonly key: ItemKey; readonly item: StoredItem; readonly guards: readonly Guard[] }
  | {
      readonly kind: "change";
      readonly key: ItemKey;
      readonly set?: StoredItem;
      readonly remove?: readonly string[];
      readonly add?: Readonly<Record<string, number>>;
      readonly take?: readonly Take[];
      readonly guards: readonly Guard[];
    }
  | { readonly kind: "delete"; readonly key: ItemKey; readonly guards: readonly Guard[] }
  | { readonly kind: "check"; readonly key: ItemKey; readonly guards: readonly Guard[] };

/** DynamoDB: a transaction has at most 100 actions. */
export const MAX_ACTIONS = 100;

/** Writes and facts that belong together; the unit of work merges the parts of one transaction. */
export interface TransactionPart {
  readonly writes: readonly Write[];
  readonly facts: readonly Fact[];
}

export function part(writes: readonly Write[], facts: readonly Fact[] = []): TransactionPart {
  return { writes, facts };
}

/** A part that writes nothing but its facts. */
export function record(...facts: readonly Fact[]): TransactionPart {
  return { writes: [], facts };
}
