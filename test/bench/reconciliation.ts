import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { plusSeconds, systemClock } from "#kernel/clock";
import { startEngine } from "#local/dynamodb/engine";
import { rowReader } from "#platform/dynamo/row-kinds";
import { suspectsIn } from "#reconciliation/app/checks";
import { type Counted, recountOf } from "#reconciliation/app/recount";
import { settledDifferences } from "#reconciliation/app/settled-differences";
import { wholeTable } from "#reconciliation/store/whole-table";
import { createTestTable } from "#test/dynamo";
import type { Row } from "#test/rows";
import { wholeWorld } from "#test/whole-world";
import { countedRows } from "../../functions/reconciliation/wire.ts";
import { report } from "./report.ts";

const ROWS = 100_000;

/** How many rows a second a reconciliation takes, and what it keeps of them. */
export async function benchReconciliation(): Promise<void> {
  const engine = await startEngine();
  const { client, tableName } = await createTestTable(engine.endpoint);
  const rows = manyOf(await wholeWorld(engine.endpoint));
  for (let from = 0; from < rows.length; from += 25) {
    const puts = rows.slice(from, from + 25).map((row) => ({ PutRequest: { Item: marshall(row, { removeUndefinedValues: true }) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: puts } }));
  }
  const started = performance.now();
  const settled = await settledDifferences(
    wholeTable({ client, name: tableName }, countedRows),
    systemClock,
    started + 900_000,
  );
  const seconds = (performance.now() - started) / 1000;
  const alone = withoutEngine(rows);
  report("A reconciliation of the whole table", `${ROWS} rows of every kind, on the local engine; AWS reads them by the megabyte`, {
    "rows a second, a walk and its rules": Math.round((settled.rows * settled.passes) / seconds).toLocaleString("en"),
    "rows a second, without the engine": Math.round(rows.length / alone.seconds).toLocaleString("en"),
    "bytes kept of a row": alone.bytes,
    "rows that 13 minutes take, seen twice": Math.round(((settled.rows * settled.passes) / seconds) * 390).toLocaleString("en"),
  });
  client.destroy();
  await engine.stop();
}
