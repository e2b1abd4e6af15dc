import * as z from "zod";
import { keptFiles, quarantine } from "#education/store/files";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { consumer } from "#platform/events/consumer";
import { bucket, s3Client } from "#platform/s3/bucket";
import { eventTable } from "./event-table.ts";
import { wirePersonalData } from "./wire-personal-data.ts";

const env = environment(
  { TABLE_NAME: z.string(), QUARANTINE_BUCKET: z.string(), FILES_BUCKET: z.string() },
  process.env,
);
const s3 = s3Client();
const files = {
  keptFiles: keptFiles(bucket(s3, env.FILES_BUCKET)),
  quarantine: quarantine(bucket(s3, env.QUARANTINE_BUCKET)),
};

export const handler = consumer("people", eventTable(wirePersonalData(openTable(env.TABLE_NAME), files)));
