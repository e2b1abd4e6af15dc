import { refusal } from "#kernel/domain-error";
import { callersAnHour } from "#platform/dynamo/caller-limit";
import type { Table } from "#platform/dynamo/table";

/** A link may be asked for anew five times an hour: each is a mail. */
export function linkLimit(table: Table) {
  return callersAnHour(table, {
    of: "SURVEY-LINKS",
    anHour: 5,
    refuse: (retryAfterSeconds) => refusal("survey-too-many-links", { retryAfterSeconds }),
  });
}
