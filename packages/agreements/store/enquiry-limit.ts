import type { CallerLimit } from "#kernel/caller-limit";
import { refusal } from "#kernel/domain-error";
import { callersAnHour } from "#platform/dynamo/caller-limit";
import type { Table } from "#platform/dynamo/table";

/** A school asks once; several schools of a municipality may share an address. */
const ENQUIRIES_AN_HOUR_AND_CALLER = 10;

/** How many enquiries one caller sends: each writes a mail to an address of their choice. */
export function enquiryLimit(table: Table): CallerLimit {
  return callersAnHour(table, {
    of: "ENQUIRIES",
    anHour: ENQUIRIES_AN_HOUR_AND_CALLER,
    refuse: (retryAfterSeconds) => refusal("too-many-enquiries", { retryAfterSeconds }),
  });
}
