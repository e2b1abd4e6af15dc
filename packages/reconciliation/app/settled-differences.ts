import { type Clock, plusSeconds } from "#kernel/clock";
import { type Suspect, suspectsIn } from "./checks.ts";
import { type Counted, recountOf } from "./recount.ts";

/** Walks the whole table, in pages: what there is to compare, and how many rows of any kind were seen for it. */
export type WalkTable = () => AsyncIterable<{ readonly rows: number; readonly facts: readonly Counted[] }>;

export interface Settled {
  readonly rows: number;
  readonly passes: number;
  readonly stands: readonly Suspect[];
  readonly unsettled: readonly Suspect[];
}

/** What is in traffic all the time is looked at so often; then it is left for another night. */
const MOST_PASSES = 4;

/** What another context does by an event is done in seconds; five tries, three minutes apart, are its worst. */
const ON_ITS_WAY_SECONDS = 3600;

/** Mails' rows are kept for 24 months (notifications' store). A month less, for mails that were late. */
const MAILS_SECONDS = 700 * 86_400;

/**
 * The differences that stand, though the table changes while it is walked. Rows of one transaction can be read before and
 * after it, so one walk only suspects. A suspect stands when the next walk sees it again, reckoned from the very same rows: each
 * row was then the same before the moment between the two walks and after it, so at that moment all of them were so at once.
 * Rows never return to what they were: they carry versions, or grow by rows that do.
 *
 * @throws when it isn't done at `deadline` (milliseconds of `performance.now()`)
 */
export async function settledDifferences(walk: WalkTable, clock: Clock, deadline: number): Promise<Settled> {
  let before: ReadonlySet<string> = new Set();
  const stands = new Map<string, Suspect>();
  for (let pass = 1; ; pass += 1) {
    const now = clock();
    const judged = { until: plusSeconds(now, -ON_ITS_WAY_SECONDS), mailsSince: plusSeconds(now, -MAILS_SECONDS) };
    const { rows, counted } = await walked(walk, deadline);
    const suspects = suspectsIn(recountOf(counted), judged);
    for (const suspect of suspects) if (before.has(suspect.evidence)) stands.set(suspect.evidence, suspect);
    const unsettled = suspects.filter(({ evidence }) => !stands.has(evidence));
    if (unsettled.length === 0 || pass === MOST_PASSES) {
      return { rows, passes: pass, stands: [...stands.values()], unsettled };
    }
    before = new Set(suspects.map(({ evidence }) => evidence));
  }
}

async function walked(walk: WalkTable, deadline: number): Promise<{ rows: number; counted: Counted[] }> {
  const counted: Counted[] = [];
  let rows = 0;
  for await (const page of walk()) {
    rows += page.rows;
    for (const fact of page.facts) counted.push(fact);
    if (performance.now() > deadline) throw new Error(`A reconciliation came to ${rows} rows, and its time was over`);
  }
  return { rows, counted };
}
