import type { CorrelationId } from "#kernel/event";
import type { KindOfData, Occasion, Row, Verdict } from "#kernel/personal-data";
import type { TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { AllRows } from "#people/ports/personal-data";
import type { KindsOfRows } from "./kinds-of-rows.ts";

export interface TreatRowsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly allRows: AllRows;
  readonly kindsOfRows: KindsOfRows;
}

interface Treating {
  readonly correlationId: CorrelationId;
  readonly occasion: Occasion;
  /** What is written together with an effect; undefined: nothing is to be done any more. */
  alongside(kind: KindOfData, verdict: Verdict): Promise<readonly TransactionPart[] | undefined>;
  /** Of each row that stays as it is, and why. */
  stays(kind: KindOfData, verdict: Verdict): void;
}

/**
 * Does with a row, and with what hangs on it, what its context's policy says: one transaction a row, decided on the row as it
 * is then. What hangs on a row is treated first: killed in between, the row is still there to be found again.
 */
export function treatRows({ unitOfWork, allRows, kindsOfRows }: TreatRowsPorts) {
  async function treat(kind: KindOfData, row: Row, treating: Treating, root?: Verdict): Promise<void> {
    const { occasion, correlationId } = treating;
    let stays: Verdict | undefined;
    await unitOfWork.handle({ correlationId }, async () => {
      stays = undefined;
      const standing = await allRows.get(row);
      if (!standing || (occasion.subject && !kind.isAbout(standing, occasion.subject))) return [];
      const verdict = await kind.verdict(standing, occasion, root);
      if (!("part" in verdict)) {
        stays = verdict;
        return [];
      }
      const alongside = await treating.alongside(kind, verdict);
      if (!alongside) return [];
      await verdict.first?.();
      return [verdict.part, ...alongside];
    });
    if (stays) treating.stays(kind, stays);
  }

  return async (kind: KindOfData, row: Row, treating: Treating): Promise<void> => {
    const verdict = await kind.verdict(row, treating.occasion);
    const byTime = treating.occasion.subject === undefined;
    if (byTime && !("part" in verdict)) return;
    for (const each of kindsOfRows.hangingOn(kind)) {
      const begins = each.hangsOn?.begins(row);
      if (begins === undefined) continue;
      for (const hanging of await allRows.beginning(row.pk, begins)) await treat(each, hanging, treating, verdict);
    }
    await treat(kind, row, treating);
  };
}
