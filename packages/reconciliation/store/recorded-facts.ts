import * as z from "zod";
import { AnyEnvelope } from "#kernel/event";
import { OUTBOX_PREFIX } from "#platform/dynamo/outbox";
import { type RowKind, rowKind } from "#platform/dynamo/row-kinds";
import type { RecordedFact } from "../domain/recorded-fact.ts";

const OutboxRow = z.object({
  envelope: z.string().transform((text, context) => {
    const { data, success } = AnyEnvelope.safeParse(parsed(text));
    if (success) return data;
    context.addIssue({ code: "custom", message: "This is no envelope." });
    return z.NEVER;
  }),
});

/** The outbox's facts of these types. */
export function recordedFacts(types: ReadonlySet<string>): RowKind<RecordedFact> {
  return rowKind({ pk: OUTBOX_PREFIX, sk: "EVENT" }, OutboxRow, ({ envelope }, { key }) => {
    const { id, type, occurredAt, data } = envelope;
    return types.has(type) ? { kind: "fact", key, eventId: id, type, occurredAt, data } : undefined;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
