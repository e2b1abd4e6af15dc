import { refusal } from "#kernel/domain-error";
import type { Reconciliation, ReconciliationId } from "../domain/reconciliation.ts";
import type { Reconciliations } from "../ports/reconciliations.ts";

/** Reconciliations for administrators to look at. */
export function readReconciliationsUseCase(reconciliations: Pick<Reconciliations, "get" | "list">) {
  return {
    list: reconciliations.list,
    /** @throws DomainError `not-found` */
    async get(reconciliationId: ReconciliationId): Promise<Reconciliation> {
      const found = await reconciliations.get(reconciliationId);
      if (!found) throw refusal("not-found", {});
      return found;
    },
  };
}

export type ReadReconciliations = ReturnType<typeof readReconciliationsUseCase>;
