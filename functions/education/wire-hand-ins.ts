import { noCertificate } from "#certificates/store/no-certificate";
import { addDocumentUseCase } from "#education/app/add-document";
import { changeHandInUseCase } from "#education/app/change-hand-in";
import type { HandInPorts } from "#education/app/hand-in-ports";
import { readHandInsUseCase } from "#education/app/read-hand-ins";
import { reviewHandInUseCase } from "#education/app/review-hand-in";
import type { HandInApp } from "#education/http/hand-in-routes";
import type { ReviewApp } from "#education/http/review-routes";
import { fileAddresses, uploads } from "#education/store/files";
import { handIns } from "#education/store/hand-ins";
import { participations } from "#education/store/participations";
import { systemClock } from "#kernel/clock";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { s3Client } from "#platform/s3/bucket";
import { fileLinks } from "#platform/s3/links";

/** What every use case of portfolios and essays is made of. */
export function handInPorts(table: Table): HandInPorts {
  return {
    unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
    handIns: handIns(table),
    participations: participations(table),
  };
}

/** The use cases behind the routes of portfolios and essays. */
export function wireHandIns(
  table: Table,
  buckets: { readonly quarantine: string; readonly files: string },
): HandInApp & ReviewApp {
  const ports = handInPorts(table);
  const client = s3Client();
  return {
    addDocument: addDocumentUseCase({ ...ports, uploads: uploads(fileLinks(client, buckets.quarantine)) }),
    changeHandIn: changeHandInUseCase(ports),
    reviewHandIn: reviewHandInUseCase({ ...ports, noCertificate: noCertificate(table) }),
    readHandIns: readHandInsUseCase({ ...ports, fileAddresses: fileAddresses(fileLinks(client, buckets.files)) }),
  };
}
