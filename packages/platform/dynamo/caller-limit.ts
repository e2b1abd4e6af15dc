import { createHash } from "node:crypto";
import * as z from "zod";
import type { CallerLimit } from "#kernel/caller-limit";
import { epochSeconds, type Instant, Instant as InstantSchema, plusSeconds } from "#kernel/clock";
import type { DomainError } from "#kernel/domain-error";
import { part, type Write } from "#kernel/transaction-part";
import { getItem, type Table } from "#platform/dynamo/table";

const HOUR_SECONDS = 3600;

const Row = z.object({ left: z.int() });

interface Limit {
  /** What is counted, such as `MAIL-CODES`: each kind by itself. */
  readonly of: string;
  readonly anHour: number;
  readonly refuse: (retryAfterSeconds: number) => DomainError;
}

/** Counts by the clock's hour. The caller's network address is kept as a hash for two hours at most. */
export function callersAnHour(table: Table, limit: Limit): CallerLimit {
  return {
    async count(caller, now) {
      const hour = InstantSchema.parse(`${now.slice(0, 13)}:00:00.000Z`);
      const key = {
        pk: `CALLER#${createHash("sha256").update(`${hour} ${caller}`).digest("base64url")}`,
        sk: limit.of,
      };
      const row = await getItem(table, key, Row);
      return part([row ? oneLess(key, hour, now, limit) : first(key, hour, limit)]);
    },
  };
}

function first(key: Write["key"], hour: Instant, { anHour }: Limit): Write {
  return {
    kind: "create",
    key,
    item: { left: anHour - 1, expiresAt: epochSeconds(plusSeconds(hour, 2 * HOUR_SECONDS)) },
    guards: [{ is: "absent", otherwise: "reload" }],
  };
}

function oneLess(key: Write["key"], hour: Instant, now: string, { refuse }: Limit): Write {
  const retryAfterSeconds = Math.max(1, Math.ceil((Date.parse(hour) - Date.parse(now)) / 1000) + HOUR_SECONDS);
  const otherwise = () => refuse(retryAfterSeconds);
  return { kind: "change", key, take: [{ attribute: "left", amount: 1, otherwise }], guards: [] };
}
