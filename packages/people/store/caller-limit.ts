import { createHash } from "node:crypto";
import * as z from "zod";
import { epochSeconds, type Instant, Instant as InstantSchema, plusSeconds } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { part, type Write } from "#kernel/transaction-part";
import type { CallerLimit } from "#people/ports/mail-codes";
import { getItem, type Table } from "#platform/dynamo/table";
import { MAX_CODES_AN_HOUR_AND_CALLER } from "../domain/mail-code.ts";

const HOUR_SECONDS = 3600;

const Row = z.object({ left: z.int() });

/** Counts by the clock's hour. The caller's network address is kept as a hash for two hours at most. */
export function callerLimit(table: Table): CallerLimit {
  return {
    async count(caller, now) {
      const hour = InstantSchema.parse(`${now.slice(0, 13)}:00:00.000Z`);
      const key = {
        pk: `CALLER#${createHash("sha256").update(`${hour} ${caller}`).digest("base64url")}`,
        sk: "MAIL-CODES",
      };
      const row = await getItem(table, key, Row);
      return part([row ? oneLess(key, hour, now) : first(key, hour)]);
    },
  };
}

function first(key: Write["key"], hour: Instant): Write {
  return {
    kind: "create",
    key,
    item: {
      left: MAX_CODES_AN_HOUR_AND_CALLER - 1,
      expiresAt: epochSeconds(plusSeconds(hour, 2 * HOUR_SECONDS)),
    },
    guards: [{ is: "absent", otherwise: "reload" }],
  };
}

function oneLess(key: Write["key"], hour: Instant, now: string): Write {
  const retryAfterSeconds = Math.max(1, Math.ceil((Date.parse(hour) - Date.parse(now)) / 1000) + HOUR_SECONDS);
  const otherwise = () => refusal("too-many-mail-codes", { retryAfterSeconds });
  return { kind: "change", key, take: [{ attribute: "left", amount: 1, otherwise }], guards: [] };
}
