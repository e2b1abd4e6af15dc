import * as z from "zod";
import { type Instant, Instant as InstantSchema } from "#kernel/clock";
import type { KindOfData, Verdict } from "#kernel/personal-data";

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

/** What couldn't be read, by kind: how much in all, and the keys of the first, for whoever mends it. */
export const Unreadable = z.object({
  kind: z.string(),
  name: Text,
  count: z.int().min(1),
  keys: z.array(z.string()),
});
export type Unreadable = z.infer<typeof Unreadable>;

/** A row that couldn't be read, by its key. */
export interface SeenUnreadable extends Pick<KindOfData, "kind" | "name"> {
  readonly key: string;
}

/** So many keys of a kind are named. */
const MOST_KEYS = 20;

/** With what was seen of it on another page. */
export function withUnreadable(before: readonly Unreadable[], seen: readonly SeenUnreadable[]): Unreadable[] {
  const all = [...before, ...seen.map(({ key, ...each }) => ({ ...each, count: 1, keys: [key] }))];
  return [...Map.groupBy(all, ({ kind }) => kind).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const count = group.reduce((sum, each) => sum + each.count, 0);
    return [{ kind: first.kind, name: first.name, count, keys: group.flatMap(({ keys }) => keys).slice(0, MOST_KEYS) }];
  });
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
