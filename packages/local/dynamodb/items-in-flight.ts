import type { ItemKey, Touch } from "#local/dynamodb/item-keys";

type Claim = { granted: true; release: () => void } | { granted: false; conflicting: boolean[] };

/**
 * Which items are being written at this moment, so that a request overlapping a transaction can be refused as AWS does:
 * a transaction conflicts with any transaction or write in flight on the same item, a plain write only with a transaction.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling
 */
export class ItemsInFlight {
  readonly #inTransaction = new Map<ItemKey, number>();
  readonly #inWrite = new Map<ItemKey, number>();

  /** Takes all the items or none. `conflicting` says for each of the request's items whether it is taken. */
  claim({ kind, keys }: Touch): Claim {
    const conflicting = keys.map(
      (key) => this.#inTransaction.has(key) || (kind === "transact-write" && this.#inWrite.has(key)),
    );
    if (conflicting.includes(true)) return { granted: false, conflicting };
    if (kind === "transact-get") return { granted: true, release: () => {} };
    const counts = kind === "transact-write" ? this.#inTransaction : this.#inWrite;
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return {
      granted: true,
      release: () => {
        for (const key of keys) {
          const left = (counts.get(key) ?? 1) - 1;
          if (left === 0) counts.delete(key);
          else counts.set(key, left);
        }
      },
    };
  }
}
