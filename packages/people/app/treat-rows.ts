import type { CorrelationId } from "#kernel/event";
import { type KindOfData, NOTHING, type Occasion, type Row, type Verdict } from "#kernel/personal-data";
import type { TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { AllRows } from "#people/ports/personal-data";
import type { KindsOfRows } from "./kinds-of-rows.ts";

export interface TreatRowsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly allRows: AllRows;
  readonly kindsOfRows: KindsOfRows;
}

/** A row that stays as it is, and why. */
export interface Stays {
  readonly kind: KindOfData;
  readonly verdict: Verdict;
}

interface Treating {
  readonly correlationId: CorrelationId;
  readonly occasion: Occasion;
  /**
   * What is written together with an effect; undefined: nothing is to be done any more. `hanging` stays with the row, and
   * isn't found again once the row is nobody's.
   */
  alongside(treated: Stays, hanging: readonly Stays[]): Promise<readonly TransactionPart[] | undefined>;
  stays(row: Stays): void;
}

/**
 * Does with a row, and with what hangs on it, what its context's policy says: one transaction a row, decided on the row as it
 * is then. What hangs on a row is treated first: killed in between, the row is still there to be found again.
 */
export function treatRows({ unitOfWork, allRows, kindsOfRows }: TreatRowsPorts) {
  /** @returns whether the row was changed or taken away */
  async function treat(kind: KindOfData, row: Row, treating: Treating, hanging: readonly Stays[], root?: Verdict) {
    const { occasion, correlationId } = treating;
    let verdict: Verdict = NOTHING;
    await unitOfWork.handle({ correlationId }, async () => {
      verdict = NOTHING;
      const standing = await allRows.get(row);
      if (!standing || (occasion.subject && !kind.isAbout(standing, occasion.subject))) return [];
      verdict = await kind.verdict(standing, occasion, root);
      if (!("part" in verdict)) return [];
      const alongside = await treating.alongside({ kind, verdict }, hanging);
      if (!alongside) return [];
      await verdict.first?.();
      return [verdict.part, ...alongside];
    });
    if ("part" in verdict) return true;
    treating.stays({ kind, verdict });
    return false;
  }

  return async (kind: KindOfData, row: Row, treating: Treating): Promise<void> => {
    const verdict = await kind.verdict(row, treating.occasion);
    const byTime = treating.occasion.subject === undefined;
    if (byTime && !("part" in verdict)) return;
    const hanging: Stays[] = [];
    const below = { ...treating, stays: (each: Stays) => hanging.push(each) };
    for (const each of kindsOfRows.hangingOn(kind)) {
      const begins = each.hangsOn?.begins(row);
      if (begins === undefined) continue;
      for (const found of await allRows.beginning(row.pk, begins)) await treat(each, found, below, [], verdict);
    }
    if (!(await treat(kind, row, treating, hanging))) hanging.forEach(treating.stays);
  };
}
