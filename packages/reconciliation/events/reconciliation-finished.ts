import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { ReconciliationId } from "../domain/reconciliation.ts";
import { Rule } from "../domain/rule.ts";

export type { Rule } from "../domain/rule.ts";

/** All rows were compared with each other; `differences` are those that stood, by rule. Which they are is in the report. */
export const reconciliationFinished = defineEvent(
  "reconciliation.reconciliation-finished.v1",
  z.object({
    reconciliationId: ReconciliationId,
    rows: z.int().min(0),
    differences: z.array(z.object({ rule: Rule, count: z.int().min(1) })),
  }),
  [
    { reconciliationId: "rec_4z8m1kq7w2n9p3r5t6v0xa", rows: 61_204, differences: [] },
    { reconciliationId: "rec_4z8m1kq7w2n9p3r5t6v0xb", rows: 61_204, differences: [{ rule: "capacity", count: 1 }] },
  ],
);
