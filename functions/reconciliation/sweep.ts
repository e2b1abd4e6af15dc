import type { Context, ScheduledEvent } from "aws-lambda";
import * as z from "zod";
import { CorrelationId } from "#kernel/event";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { measuredBy } from "#platform/metrics";
import { sweep } from "#platform/sweep";
import { askNightlyUseCase } from "#reconciliation/app/ask-reconciliation";
import { reconcileUseCase } from "#reconciliation/app/reconcile";
import { reconciliationIn } from "#reconciliation/store/reconciliations";
import { wholeTable } from "#reconciliation/store/whole-table";
import { countedRows, wireReconciliation } from "./wire.ts";

const env = environment({ TABLE_NAME: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const wired = wireReconciliation(table);
const askNightly = askNightlyUseCase(wired);
const reconcile = reconcileUseCase({
  ...wired,
  walkTable: wholeTable(table, countedRows),
  measure: measuredBy("Differences", "rule"),
});
const settleDue = sweep({
  context: "reconciliation",
  table,
  clock: wired.unitOfWork.clock,
  settle: (origin, key) => reconcile(origin, reconciliationIn(key)),
});

export const handler = async (event: ScheduledEvent, lambda: Context): Promise<void> => {
  await askNightly({ correlationId: CorrelationId.parse(lambda.awsRequestId) });
  await settleDue(event, lambda);
};
