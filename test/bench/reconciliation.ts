import { systemClock } from "#kernel/clock";
import { rowReader } from "#platform/dynamo/row-kinds";
import type { StoredRow } from "#platform/dynamo/walk";
import { settledDifferences } from "#reconciliation/app/settled-differences";
import { countedRows } from "../../functions/reconciliation/wire.ts";
import { manyRows } from "./many-rows.ts";
import { report } from "./report.ts";

const ROWS = 100_000;
/** A page of DynamoDB is 1 MB: about so many rows of ours. */
const PAGE = 700;
/** What is left of 15 minutes for walks. */
const MINUTES = 13;

/** How many rows a second a reconciliation takes, and what it keeps of them. */
export async function benchReconciliation(): Promise<void> {
  const rows = manyRows(ROWS, systemClock());
  const heap = { before: process.memoryUsage().heapUsed, most: 0 };
  const walk = walkOf(rows, () => {
    heap.most = Math.max(heap.most, process.memoryUsage().heapUsed);
  });
  const started = performance.now();
  const { passes, stands, unsettled } = await settledDifferences(walk, systemClock, started + 900_000);
  const seconds = (performance.now() - started) / 1000;
  const perSecond = (rows.length * passes) / seconds;
  report(
    `A reconciliation of ${rows.length.toLocaleString("en")} rows: orders with their places, payments, events and mails`,
    "the product's own work: rows read by their schemas, and all rules; without the wire",
    {
      "differences found": stands.length + unsettled.length,
      "rows a second": Math.round(perSecond).toLocaleString("en"),
      "memory a row, garbage included": `${Math.round((heap.most - heap.before) / rows.length)} bytes at most`,
      [`rows in ${MINUTES} minutes, walked twice`]: Math.round((perSecond * MINUTES * 60) / 2).toLocaleString("en"),
    },
  );
}

function walkOf(rows: readonly StoredRow[], atPage: () => void) {
  const read = rowReader(countedRows);
  return async function* pages() {
    for (let from = 0; from < rows.length; from += PAGE) {
      const page = rows.slice(from, from + PAGE);
      yield { rows: page.length, facts: page.map(read).filter((fact) => fact !== undefined) };
      atPage();
    }
  };
}
