import { invariant } from "#kernel/domain-error";
import type { Write } from "#kernel/transaction-part";

/**
 * Joins writes to the same item, since DynamoDB refuses an item twice in one transaction: guards add up, counters add up,
 * takes add up (a course's book and an ordered book are two of one stock).
 *
 * @throws when two writes can't be one (two creations, a change of what is deleted): a bug
 */
export function mergeWrites(writes: readonly Write[]): Write[] {
  const byItem = new Map<string, Write>();
  for (const write of writes) {
    const item = `${write.table ?? ""} ${write.key.pk} ${write.key.sk}`;
    const before = byItem.get(item);
    byItem.set(item, before ? join(before, write) : write);
  }
  return [...byItem.values()];
}

function join(a: Write, b: Write): Write {
  const guards = [...a.guards, ...b.guards];
  if (b.kind === "check") return { ...a, guards };
  if (a.kind === "check") return { ...b, guards };
  invariant(
    a.kind === "change" && b.kind === "change",
    `one write per item, or changes only (${a.key.pk} ${a.key.sk})`,
  );
  const add = { ...a.add };
  for (const [attribute, amount] of Object.entries(b.add ?? {})) add[attribute] = (add[attribute] ?? 0) + amount;
  return {
    kind: "change",
    key: a.key,
    ...(a.table !== undefined && { table: a.table }),
    set: { ...a.set, ...b.set },
    remove: [...new Set([...(a.remove ?? []), ...(b.remove ?? [])])],
    add,
    take: [...(a.take ?? []), ...(b.take ?? [])],
    guards,
  };
}
