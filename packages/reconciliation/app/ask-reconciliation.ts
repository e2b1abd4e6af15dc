import * as z from "zod";
import type { PersonId } from "#kernel/caller";
import { mint } from "#kernel/id";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { asked, nextNight, ReconciliationId } from "../domain/reconciliation.ts";
import type { Reconciliations } from "../ports/reconciliations.ts";

export const ReconciliationAsked = z.object({ reconciliationId: ReconciliationId });
export type ReconciliationAsked = z.infer<typeof ReconciliationAsked>;

export interface AskReconciliationPorts {
  readonly unitOfWork: UnitOfWork;
  readonly reconciliations: Pick<Reconciliations, "create" | "nextNight" | "planNight">;
}

export type AskReconciliation = (origin: Origin, by: PersonId) => Promise<ReconciliationAsked>;

/** An administrator wants everything compared now: it begins within a minute. */
export function askReconciliationUseCase({ unitOfWork, reconciliations }: AskReconciliationPorts): AskReconciliation {
  return (origin, by) =>
    unitOfWork.run(origin, ReconciliationAsked, async () => {
      const made = asked(mint(ReconciliationId, unitOfWork.random), by, unitOfWork.clock());
      return { parts: [reconciliations.create(made)], answer: { reconciliationId: made.reconciliationId } };
    });
}

/** The schedule, to be called often: asks once a night, and the first time only says when that is. */
export function askNightlyUseCase({ unitOfWork, reconciliations }: AskReconciliationPorts) {
  return async (origin: Origin): Promise<void> => {
    const planned = await reconciliations.nextNight();
    if (planned !== undefined && planned > unitOfWork.clock()) return;
    await unitOfWork.handle(origin, async () => {
      const now = unitOfWork.clock();
      const due = await reconciliations.nextNight();
      if (due !== undefined && due > now) return [];
      const plan = reconciliations.planNight(due, nextNight(now));
      if (due === undefined) return [plan];
      return [plan, reconciliations.create(asked(mint(ReconciliationId, unitOfWork.random), "schedule", now))];
    });
  };
}
