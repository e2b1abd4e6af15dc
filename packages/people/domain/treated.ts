import * as z from "zod";
import { type Instant, Instant as InstantSchema } from "#kernel/clock";
import type { KindOfData, Verdict } from "#kernel/personal-data";
import type { ItemKey } from "#kernel/transaction-part";

const Text = z.object({ nb: z.string(), nn: z.string(), en: z.string() });

/** What a kind of row is called, and what it holds of a person. */
export const KindText = z.object({ context: z.string(), kind: z.string(), name: Text, holds: Text });
export type KindText = z.infer<typeof KindText>;

/** What became of rows of one kind, for one reason. */
export const Treated = z.object({
  kind: z.string(),
  name: Text,
  does: z.enum(["erase", "pseudonymise", "restrict", "keep"]),
  count: z.int().min(1),
  why: Text.optional(),
  advice: Text.optional(),
  /** The latest of them; none: for good. */
  until: InstantSchema.optional(),
});
export type Treated = z.infer<typeof Treated>;

const RowKey = z.object({ pk: z.string(), sk: z.string() });

/** What couldn't be read, by kind: how much in all, and the first of them. */
export const Unreadable = z.object({
  kind: z.string(),
  name: Text,
  count: z.int().min(1),
  /** Of the rows that aren't what their schemas say, `pk / sk`, for whoever mends them. */
  keys: z.array(z.string()),
  /** Of the rows that couldn't be treated for it: they are looked at again. */
  rows: z.array(RowKey).default([]),
});
export type Unreadable = z.infer<typeof Unreadable>;

/** What a walk couldn't read goes back to: these rows, and no others unless there are `more` than were named. */
export const Left = z.object({ rows: z.array(RowKey), more: z.boolean() });
export type Left = z.infer<typeof Left>;

/** A row that couldn't be read, by its key; and the one that couldn't be treated for it, most often the same. */
export interface SeenUnreadable extends Pick<KindOfData, "kind" | "name"> {
  readonly key: string;
  readonly row: ItemKey;
}

/** So many keys of a kind are named. */
const MOST_KEYS = 20;

/** With what was seen of it on another page. */
export function withUnreadable(before: readonly Unreadable[], seen: readonly SeenUnreadable[]): Unreadable[] {
  const all = [...before, ...seen.map(({ key, row, ...each }) => ({ ...each, count: 1, keys: [key], rows: [row] }))];
  return [...Map.groupBy(all, ({ kind }) => kind).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const count = group.reduce((sum, each) => sum + each.count, 0);
    const keys = group.flatMap((each) => each.keys).slice(0, MOST_KEYS);
    const rows = group.flatMap((each) => each.rows).slice(0, MOST_KEYS);
    return [{ kind: first.kind, name: first.name, count, keys, rows }];
  });
}

/** Where to look again for what couldn't be read. */
export function leftOf(unreadable: readonly Unreadable[]): Left {
  return {
    rows: unreadable.flatMap(({ rows }) => rows),
    more: unreadable.some(({ count, rows }) => count > rows.length),
  };
}

/** What a verdict adds to an answer. */
export function treatedBy({ kind, name }: Pick<KindOfData, "kind" | "name">, verdict: Verdict): Treated | undefined {
  if (verdict.does === "nothing") return undefined;
  const told = "why" in verdict ? verdict : undefined;
  return {
    kind,
    name,
    does: verdict.does,
    count: 1,
    ...(told && { why: told.why }),
    ...(told?.advice && { advice: told.advice }),
    ...(told?.until && { until: told.until }),
  };
}

/** The same of the same kind for the same reason, summed. */
export function merged(all: readonly Treated[]): Treated[] {
  const groups = Map.groupBy(all, ({ kind, does, why }) => `${kind} ${does} ${why?.nb}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const until = latest(group.map((each) => each.until));
    return [{ ...first, count: group.reduce((sum, { count }) => sum + count, 0), ...(until && { until }) }];
  });
}

function latest(times: readonly (Instant | undefined)[]): Instant | undefined {
  return times
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);
}
