import type { Context, ScheduledEvent } from "aws-lambda";
import * as z from "zod";
import { keptFiles, quarantine } from "#education/store/files";
import { systemClock } from "#kernel/clock";
import { CorrelationId } from "#kernel/event";
import { PersonalDataRequestId } from "#kernel/ids";
import { requestIdIn } from "#people/store/personal-data";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { bucket, s3Client } from "#platform/s3/bucket";
import { sweep } from "#platform/sweep";
import { wirePersonalData } from "./wire-personal-data.ts";

const env = environment(
  { TABLE_NAME: z.string(), QUARANTINE_BUCKET: z.string(), FILES_BUCKET: z.string() },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const s3 = s3Client();
const { settlePersonalDataRequest, keepRetention } = wirePersonalData(table, {
  keptFiles: keptFiles(bucket(s3, env.FILES_BUCKET)),
  quarantine: quarantine(bucket(s3, env.QUARANTINE_BUCKET)),
});

/** Pages of the night's round are begun so long; the next minute goes on. */
const BUDGET_MILLISECONDS = 20_000;

const settleDue = sweep({
  context: "people",
  table,
  clock: systemClock,
  settle: (origin, key) => settlePersonalDataRequest(origin, PersonalDataRequestId.parse(requestIdIn(key))),
  budgetMilliseconds: BUDGET_MILLISECONDS,
});

export const handler = async (event: ScheduledEvent, lambda: Context): Promise<void> => {
  await settleDue(event, lambda);
  const origin = { correlationId: CorrelationId.parse(lambda.awsRequestId) };
  const started = performance.now();
  let failed = 0;
  for (let more = true; more && performance.now() - started < BUDGET_MILLISECONDS; ) {
    const page = await keepRetention(origin);
    failed += page.failed;
    more = page.more;
  }
  if (failed > 0) throw new Error(`${failed} rows could not be treated as their retention says`);
};
