import type { Cohorts } from "#education/ports/cohorts";
import { refusal } from "#kernel/domain-error";
import { part } from "#kernel/transaction-part";
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
    unchanged: ({ cohortId, version }) =>
      part([
        {
          kind: "check",
          key: cohortKey(cohortId),
          guards: [{ is: "equal", attribute: "version", value: version, otherwise: "reload" }],
        },
      ]),
    markedOn: ({ cohortId, version, markedDays }, dayId) =>
      part([
        {
          kind: "change",
          key: cohortKey(cohortId),
          set: { markedDays: [...markedDays, dayId], version: version + 1 },
          guards: [{ is: "equal", attribute: "version", value: version, otherwise: "reload" }],
        },
      ]),
  };
}

function row(cohort: Cohort) {
  const { cohortId, gatherings } = cohort;
  return {
    ...cohort,
    listPartition: PARTITION,
    listSort: `${gatherings[0]?.days[0]?.startsAt}#${cohortId}`,
  };
}
