import type { CallerLimit } from "#kernel/caller-limit";
import { refusal } from "#kernel/domain-error";
import { callersAnHour } from "#platform/dynamo/caller-limit";
import type { Table } from "#platform/dynamo/table";
import { MAX_CODES_AN_HOUR_AND_CALLER } from "../domain/mail-code.ts";

/** How many codes one caller asks for. */
export function callerLimit(table: Table): CallerLimit {
  return callersAnHour(table, {
    of: "MAIL-CODES",
    anHour: MAX_CODES_AN_HOUR_AND_CALLER,
    refuse: (retryAfterSeconds) => refusal("too-many-mail-codes", { retryAfterSeconds }),
  });
}
