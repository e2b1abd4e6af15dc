import * as z from "zod";
import { Instant } from "./clock.ts";
import { defineId } from "./id.ts";

export const EventId = defineId("evt").brand<"EventId">();
export type EventId = z.infer<typeof EventId>;

/** One id from the request (or sweep) that began it all to the mail that ends it. */
export const CorrelationId = z.string().min(1).max(100).brand<"CorrelationId">();
export type CorrelationId = z.infer<typeof CorrelationId>;

/** `<context>.<fact in the past tense>.v<version>`, such as `ordering.order-confirmed.v1`. */
export type EventType = `${string}.${string}.v${number}`;

/** A fact before it is recorded: its type and data. Ids and numbers only; no personal data. */
export interface Fact<Type extends EventType = EventType, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** A recorded fact, as it travels over the bus. */
export interface Envelope<Type extends EventType = EventType, Data = unknown> extends Fact<Type, Data> {
  readonly id: EventId;
  readonly occurredAt: Instant;
  readonly correlationId: CorrelationId;
}

/** What reads any envelope before its type is known. */
export const AnyEnvelope = z.object({
  id: EventId,
  type: z.templateLiteral([z.string(), ".", z.string(), ".v", z.int()]),
  occurredAt: Instant,
  correlationId: CorrelationId,
  data: z.unknown(),
});

/**
 * An event: its type is a literal inside the schema, so a wrong major version can't parse.
 * `examples` are real payloads; each must parse, and they are written to the committed JSON Schema.
 */
export function defineEvent<const Type extends EventType, Data extends z.ZodObject>(
  type: Type,
  data: Data,
  examples: readonly [z.input<Data>, ...z.input<Data>[]],
) {
  const envelope = z.object({
    id: EventId,
    type: z.literal(type),
    occurredAt: Instant,
    correlationId: CorrelationId,
    data,
  });
  return {
    type,
    data,
    envelope,
    examples,
    /** A fact of this type, its data checked. */
    of: (values: z.input<Data>): Fact<Type, z.infer<Data>> => ({ type, data: data.parse(values) }),
  };
}
