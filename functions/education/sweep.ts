import * as z from "zod";
import { settleDueHandInUseCase } from "#education/app/settle-due-hand-in";
import { keptFiles } from "#education/store/files";
import { handInOf } from "#education/store/hand-in-keys";
import { systemClock } from "#kernel/clock";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { bucket, s3Client } from "#platform/s3/bucket";
import { sweep } from "#platform/sweep";
import { handInPorts } from "./wire-hand-ins.ts";

const env = environment({ TABLE_NAME: z.string(), FILES_BUCKET: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const files = keptFiles(bucket(s3Client(), env.FILES_BUCKET));
const settleDueHandIn = settleDueHandInUseCase({ ...handInPorts(table), keptFiles: files });

export const handler = sweep({
  context: "education",
  table,
  clock: systemClock,
  settle(origin, key) {
    const handIn = handInOf(key);
    if (!handIn) throw new Error("education has no use for a due row of this kind.");
    return settleDueHandIn(origin, handIn);
  },
});
