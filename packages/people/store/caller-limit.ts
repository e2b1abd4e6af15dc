import type { CallerLimit } from "#kernel/caller-limit";
import { refusal } from "#kernel/domain-error";
import { callersAnHour } from "#platform/dynamo/caller-limit";
import type { Table } from "#platform/dynamo/table";
import { MAX_CODES_AN_HOUR_AND_CALLER } from "../domain/mail-code.ts";

/** A mistake, and one's own language; more is somebody who looks through the table for fun. */
const REQUESTS_AN_HOUR_AND_ADDRESS = 5;

/** How many exports and erasures are asked for of one address. */
export function personalDataLimit(table: Table): CallerLimit {
  return callersAnHour(table, {
    of: "PERSONAL-DATA",
    anHour: REQUESTS_AN_HOUR_AND_ADDRESS,
    refuse: (retryAfterSeconds) => refusal("too-many-personal-data-requests", { retryAfterSeconds }),
  });
}

/** How many codes one caller asks for. */
export function callerLimit(table: Table): CallerLimit {
  return callersAnHour(table, {
    of: "MAIL-CODES",
    anHour: MAX_CODES_AN_HOUR_AND_CALLER,
    refuse: (retryAfterSeconds) => refusal("too-many-mail-codes", { retryAfterSeconds }),
  });
}
