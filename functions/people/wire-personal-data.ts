import type { KeptFiles, Quarantine } from "#education/ports/files";
import { type Clock, systemClock } from "#kernel/clock";
import type { CorrelationId } from "#kernel/event";
import { erasePersonUseCase } from "#people/app/erase-person";
import { exportPersonUseCase } from "#people/app/export-person";
import { keepRetentionUseCase } from "#people/app/keep-retention";
import { kindsOfRows } from "#people/app/kinds-of-rows";
import { settlePersonalDataRequestUseCase } from "#people/app/settle-personal-data-request";
import { allRows, personalDataRequests, retentionRounds } from "#people/store/personal-data";
import { addressHash } from "#platform/dynamo/address-hash";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { logOf } from "#platform/log";
import { systemRandom } from "#platform/random";
import { personalData } from "./personal-data.ts";

interface Files {
  readonly keptFiles: Pick<KeptFiles, "delete">;
  readonly quarantine: Pick<Quarantine, "delete">;
}

/** What happens to personal data without anybody waiting for it: exports, erasures, and what its time is over for. */
export function wirePersonalData(
  table: Table,
  files: Files,
  {
    clock = systemClock,
    data = personalData(table, files),
  }: { clock?: Clock; data?: ReturnType<typeof personalData> } = {},
) {
  const ports = {
    unitOfWork: unitOfWork(table, { clock, random: systemRandom }),
    personalDataRequests: personalDataRequests(table),
    allRows: allRows(table),
    retentionRounds: retentionRounds(table),
    kindsOfRows: kindsOfRows(data),
    subjectOf: (email: string) => ({ email, hash: addressHash(email) }),
    tellFailure: (correlationId: CorrelationId, kind: string, error: unknown) =>
      logOf(correlationId).error("A row could not be treated", error, { kind }),
  };
  return {
    erasePerson: erasePersonUseCase(ports),
    exportPerson: exportPersonUseCase(ports),
    keepRetention: keepRetentionUseCase(ports),
    settlePersonalDataRequest: settlePersonalDataRequestUseCase(ports),
  };
}
