import type { CorrelationId } from "#kernel/event";
import { type KindOfData, NOTHING, type Occasion, type Row, type Verdict } from "#kernel/personal-data";
import { type Guard, part, type TransactionPart } from "#kernel/transaction-part";
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

/** What a row hangs on, as it was seen, and what becomes of it. */
interface Root {
  readonly row: Row;
  readonly verdict: Verdict;
}

/**
 * Does with a row, and with what hangs on it, what its context's policy says: one transaction a row, decided on the row as it
 * is then. What hangs on a row is treated first: killed in between, the row is still there to be found again. A row that
 * was changed meanwhile may be somebody else's, or have more hanging on it than was seen: it is looked at again.
 */
export function treatRows({ unitOfWork, allRows, kindsOfRows }: TreatRowsPorts) {
  const isAsSeen = async (row: Row) => (await allRows.get(row))?.["version"] === row["version"];

  /** @returns whether the row was changed (or taken away), stays as it is, or is to be looked at again */
  async function treat(
    kind: KindOfData,
    seen: Row,
    { occasion, correlationId, alongside, stays }: Treating,
    { hanging = [], root }: { readonly hanging?: readonly Stays[]; readonly root?: Root },
  ): Promise<"changed" | "stays" | "again"> {
    let verdict: Verdict = NOTHING;
    let again = false;
    await unitOfWork.handle({ correlationId }, async () => {
      verdict = NOTHING;
      const standing = await allRows.get(seen);
      if (!standing) return [];
      again = standing["version"] !== seen["version"] || (root !== undefined && !(await isAsSeen(root.row)));
      if (again) return [];
      verdict = await kind.verdict(standing, occasion, root?.verdict);
      if (!("part" in verdict)) return [];
      const beside = await alongside({ kind, verdict }, hanging);
      if (!beside) return [];
      await verdict.first?.();
      return [verdict.part, ...beside, ...(root ? [unchanged(root.row)] : [])];
    });
    if (again) return "again";
    if ("part" in verdict) return "changed";
    stays({ kind, verdict });
    return "stays";
  }

  async function treatWithHanging(kind: KindOfData, row: Row, treating: Treating, verdict: Verdict) {
    const hanging: Stays[] = [];
    const below = { ...treating, stays: (each: Stays) => hanging.push(each) };
    for (const each of kindsOfRows.hangingOn(kind)) {
      const begins = each.hangsOn?.begins(row);
      if (begins === undefined) continue;
      for (const found of await allRows.beginning(row.pk, begins)) {
        if ((await treat(each, found, below, { root: { row, verdict } })) === "again") return "again";
      }
    }
    const done = await treat(kind, row, treating, { hanging });
    if (done === "stays") hanging.forEach(treating.stays);
    return done;
  }

  return async (kind: KindOfData, row: Row, treating: Treating): Promise<void> => {
    const { subject } = treating.occasion;
    let seen: Row | undefined = row;
    while (seen) {
      if (subject && !kind.isAbout(seen, subject)) return;
      const verdict = await kind.verdict(seen, treating.occasion);
      if (!subject && !("part" in verdict)) return;
      if ((await treatWithHanging(kind, seen, treating, verdict)) !== "again") return;
      seen = await allRows.get(row);
    }
  };
}

/** As long as the row is as it was seen. */
function unchanged({ pk, sk, version }: Row): TransactionPart {
  const guards = typeof version === "number" ? [equalTo(version)] : [];
  return part([{ kind: "check", key: { pk, sk }, guards }]);
}

function equalTo(version: number): Guard {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" };
}
