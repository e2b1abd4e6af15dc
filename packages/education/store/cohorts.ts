import type { Cohorts } from "#education/ports/cohorts";
import { refusal } from "#kernel/domain-error";
import { type Guard, part, type TransactionPart } from "#kernel/transaction-part";
import { getItem, queryList, type Table } from "#platform/dynamo/table";
import { Cohort } from "../domain/cohort.ts";
import { cohortKey } from "./keys.ts";

const PARTITION = "cohorts";

export function cohorts(table: Table): Cohorts {
  return {
    get: (cohortId) => getItem(table, cohortKey(cohortId), Cohort),
    list: (page) => queryList(table, { partition: PARTITION }, Cohort, { ...page, newestFirst: true }),
    create: (cohort) =>
      part([
        {
          kind: "create",
          key: cohortKey(cohort.cohortId),
          item: row(cohort),
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    replace: (before, after) =>
      part([
        {
          kind: "replace",
          key: cohortKey(before.cohortId),
          item: row(after),
          guards: [
            {
              is: "equal",
              attribute: "version",
              value: before.version,
              otherwise: (found) => refusal("changed-meanwhile", { version: Number(found?.["version"] ?? 0) }),
            },
          ],
        },
      ]),
    unchanged,
    certified: (cohort) => (cohort.certified ? unchanged(cohort) : changed(cohort, { certified: true })),
    markedOn: (cohort, dayId) => changed(cohort, { markedDays: [...cohort.markedDays, dayId] }),
  };
}

function unchanged(cohort: Cohort): TransactionPart {
  return part([{ kind: "check", key: cohortKey(cohort.cohortId), guards: [asRead(cohort)] }]);
}

function changed(cohort: Cohort, values: Pick<Partial<Cohort>, "certified" | "markedDays">): TransactionPart {
  const set = { ...values, version: cohort.version + 1 };
  return part([{ kind: "change", key: cohortKey(cohort.cohortId), set, guards: [asRead(cohort)] }]);
}

function asRead({ version }: Cohort): Guard {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" };
}

function row(cohort: Cohort) {
  const { cohortId, gatherings } = cohort;
  return {
    ...cohort,
    listPartition: PARTITION,
    listSort: `${gatherings[0]?.days[0]?.startsAt}#${cohortId}`,
  };
}
