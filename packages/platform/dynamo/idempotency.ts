import * as z from "zod";
import { epochSeconds, type Instant, plusSeconds } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { Idempotency, Origin } from "#kernel/origin";
import type { Write } from "#kernel/transaction-part";
import { getItem, type Table } from "./table.ts";

/** Sort key of idempotency rows, and what the unit of work says when one was there already. */
export const IDEMPOTENCY_CONFLICT = "IDEMPOTENT-ANSWER";

/** An Idempotency-Key is remembered for 24 hours. */
const KEPT_SECONDS = 86_400;

const Row = z.object({ requestHash: z.string(), answer: z.string() });

/** The row that gives a repeated request its first answer; written with the effect, so there is never one without the other. */
export function idempotencyWrite(idempotency: Idempotency, answer: unknown, now: Instant): Write {
  return {
    kind: "create",
    key: rowKey(idempotency),
    item: {
      requestHash: idempotency.requestHash,
      answer: JSON.stringify(answer ?? null),
      expiresAt: epochSeconds(plusSeconds(now, KEPT_SECONDS)),
    },
    guards: [{ is: "absent", otherwise: "reload" }],
  };
}

/**
 * The first answer to this request, if there was one.
 *
 * @throws DomainError `idempotency-key-reused` when the key came before with another request
 */
export async function replay<Answer>(
  table: Table,
  origin: Origin,
  answer: Pick<z.ZodType<Answer>, "parse">,
): Promise<{ answer: Answer } | undefined> {
  if (!origin.idempotency) return undefined;
  const row = await getItem(table, rowKey(origin.idempotency), Row);
  if (!row) return undefined;
  if (row.requestHash !== origin.idempotency.requestHash) throw refusal("idempotency-key-reused", {});
  return { answer: answer.parse(JSON.parse(row.answer) ?? undefined) };
}

function rowKey(idempotency: Idempotency) {
  return { pk: `IDEMPOTENCY#${idempotency.scope}#${idempotency.key}`, sk: IDEMPOTENCY_CONFLICT };
}
