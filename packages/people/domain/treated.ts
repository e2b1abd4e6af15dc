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
