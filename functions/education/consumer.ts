import * as z from "zod";
import { settleParticipationsUseCase } from "#education/app/settle-participations";
import { settleUploadUseCase } from "#education/app/settle-upload";
import { documentsRemoved } from "#education/events/documents-removed";
import { keptFiles, quarantine } from "#education/store/files";
import { inspectFile } from "#education/store/inspect-file";
import { orderConfirmed } from "#ordering/events/order-confirmed";
import { placesCancelled } from "#ordering/events/places-cancelled";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { consumer, on, onService } from "#platform/events/consumer";
import { bucket, s3Client } from "#platform/s3/bucket";
import { ScanResult } from "#platform/s3/scan-result";
import { participantNamed } from "#registration/events/participant-named";
import { scanFound } from "./scan-found.ts";
import { wireEducation } from "./wire.ts";
import { handInPorts } from "./wire-hand-ins.ts";

const env = environment(
  { TABLE_NAME: z.string(), QUARANTINE_BUCKET: z.string(), FILES_BUCKET: z.string() },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const s3 = s3Client();
const files = keptFiles(bucket(s3, env.FILES_BUCKET));
const settleParticipations = settleParticipationsUseCase(wireEducation(table));
const settleUpload = settleUploadUseCase({
  ...handInPorts(table),
  quarantine: quarantine(bucket(s3, env.QUARANTINE_BUCKET)),
  keptFiles: files,
  inspectFile,
});

export const handler = consumer("education", [
  on(orderConfirmed, (origin, { orderNumber }) => settleParticipations(origin, { orderNumber })),
  on(participantNamed, (origin, { orderNumber, placeId }) =>
    settleParticipations(origin, { orderNumber, placeIds: [placeId] }),
  ),
  on(placesCancelled, (origin, { orderNumber, placeIds }) => settleParticipations(origin, { orderNumber, placeIds })),
  onService("GuardDuty Malware Protection Object Scan Result", ScanResult, (origin, scan) =>
    settleUpload(origin, scan.s3ObjectDetails.objectKey, scanFound[scan.scanResultDetails.scanResultStatus]),
  ),
  on(documentsRemoved, async (_origin, { documentIds, ...who }) => {
    for (const documentId of documentIds) await files.delete({ ...who, documentId });
  }),
]);
