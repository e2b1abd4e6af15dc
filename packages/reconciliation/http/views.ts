import * as z from "zod";
import { PersonId } from "#kernel/caller";
import { Instant } from "#kernel/clock";
import { Difference } from "../domain/difference.ts";
import { type Reconciliation, ReconciliationId } from "../domain/reconciliation.ts";

export const ListedReconciliation = z.object({
  reconciliationId: ReconciliationId,
  /** `asked`: begins within a minute; `given-up`: it failed three times, see the function's log. */
  status: z.enum(["asked", "running", "finished", "given-up"]),
  askedAt: Instant,
  /** A person's id, or `schedule`. */
  askedBy: z.union([PersonId, z.literal("schedule")]),
  startedAt: Instant.optional(),
  finishedAt: Instant.optional(),
  /** Rows of the table that were looked at. */
  rows: z.int().optional(),
  /** How many differences stood, those too that the report doesn't list. */
  differences: z.int().optional(),
  /** What looked wrong and kept changing: the next reconciliation looks again. */
  unsettled: z.int().optional(),
});

export const ReconciliationView = ListedReconciliation.extend({
  /** How many of each rule. */
  counts: z.array(z.object({ rule: Difference.shape.rule, count: z.int() })),
  /** The first hundred. */
  listed: z.array(Difference),
});

export function listedReconciliation(reconciliation: Reconciliation): z.input<typeof ListedReconciliation> {
  const { reconciliationId, status, askedAt, askedBy } = reconciliation;
  const begun = { reconciliationId, status, askedAt, askedBy };
  if (reconciliation.status === "running") return { ...begun, startedAt: reconciliation.startedAt };
  if (reconciliation.status !== "finished") return begun;
  const { startedAt, finishedAt, rows, unsettled } = reconciliation;
  const differences = countsOf(reconciliation).reduce((sum, { count }) => sum + count, 0);
  return { ...begun, startedAt, finishedAt, rows, unsettled, differences };
}

export function reconciliationView(reconciliation: Reconciliation): z.input<typeof ReconciliationView> {
  const listed = reconciliation.status === "finished" ? reconciliation.differences : [];
  return { ...listedReconciliation(reconciliation), counts: countsOf(reconciliation), listed };
}

function countsOf(reconciliation: Reconciliation) {
  if (reconciliation.status !== "finished") return [];
  return Difference.shape.rule.options.flatMap((rule) => {
    const count = reconciliation.counts[rule];
    return count ? [{ rule, count }] : [];
  });
}
