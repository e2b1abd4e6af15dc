import * as z from "zod";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { begun, finished, type ReconciliationId, type Running } from "../domain/reconciliation.ts";
import { RULES, type Rule } from "../domain/rule.ts";
import type { Reconciliations } from "../ports/reconciliations.ts";
import type { Suspect } from "./checks.ts";
import { settledDifferences, type WalkTable } from "./settled-differences.ts";

export interface ReconcilePorts {
  readonly unitOfWork: UnitOfWork;
  readonly reconciliations: Reconciliations;
  readonly walkTable: WalkTable;
  /** Measures how many differences a rule has, none too: an alarm hangs on it. */
  readonly measure: (rule: Rule, differences: number) => void;
}

export type Reconcile = (origin: Origin, reconciliationId: ReconciliationId) => Promise<void>;

/** A function's 15 minutes, less what its end takes. */
const BUDGET_MILLISECONDS = 13 * 60_000;

/**
 * Does a reconciliation that is due: takes it in hand, so that nobody else does; compares; writes the report. Whoever dies at it
 * leaves it due again. It mends nothing.
 */
export function reconcileUseCase(ports: ReconcilePorts): Reconcile {
  const { unitOfWork, reconciliations, walkTable, measure } = ports;

  /** Only one of those who come at once has it in hand. */
  async function takeInHand(origin: Origin, reconciliationId: ReconciliationId): Promise<Running | undefined> {
    let inHand: Running | undefined;
    await unitOfWork.handle(origin, async () => {
      const before = await reconciliations.get(reconciliationId);
      const after = before && begun(before, unitOfWork.clock());
      inHand = after?.status === "running" ? after : undefined;
      return before && after ? [reconciliations.replace(before, after)] : [];
    });
    return inHand;
  }

  return async (origin, reconciliationId) => {
    const inHand = await takeInHand(origin, reconciliationId);
    if (!inHand) return;
    const deadline = performance.now() + BUDGET_MILLISECONDS;
    const { rows, passes, stands, unsettled } = await settledDifferences(walkTable, unitOfWork.clock, deadline);
    const differences = stands.map(({ evidence: _evidence, ...difference }) => difference);
    const report = { rows, passes, counts: countsOf(stands), differences, unsettled: unsettled.length };
    await unitOfWork.run(origin, z.void(), async () => ({
      parts: [reconciliations.replace(inHand, finished(inHand, report, unitOfWork.clock()))],
      answer: undefined,
    }));
    for (const rule of RULES) measure(rule, report.counts[rule] ?? 0);
  };
}

function countsOf(stands: readonly Suspect[]): Partial<Record<Rule, number>> {
  const byRule = Map.groupBy(stands, ({ rule }) => rule);
  return Object.fromEntries([...byRule].map(([rule, { length }]) => [rule, length]));
}
