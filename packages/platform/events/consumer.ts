import { EventType as BatchEventType, BatchProcessor, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import type { Instant } from "#kernel/clock";
import { AnyEnvelope, type EventType } from "#kernel/event";
import type { Origin } from "#kernel/origin";
import { logOf } from "#platform/log";

/** What a context does with one event: parse with the event's own schema, then the use case. */
export interface Consumption {
  readonly type: string;
  run(origin: Origin, envelope: unknown): Promise<void>;
}

/** A row of a context's table of events: `on(orderConfirmed, (origin, event) => …)`. */
export function on<Data extends z.ZodObject>(
  event: { readonly type: EventType; readonly data: Data },
  use: (origin: Origin, data: z.output<Data>, occurredAt: Instant) => Promise<void>,
): Consumption {
  const envelope = AnyEnvelope.extend({ type: z.literal(event.type) });
  return {
    type: event.type,
    async run(origin, received) {
      const { data, occurredAt } = envelope.parse(received);
      await use(origin, event.data.parse(data), occurredAt);
    },
  };
}

const EventBridgeMessage = z.object({ detail: AnyEnvelope });

/**
 * A context's queue consumer. Each message stands alone: one that fails goes back to the queue, and in the end to the
 * dead-letter queue; the others are done.
 */
export function consumer(context: string, table: readonly Consumption[]) {
  const byType = new Map(table.map((each) => [each.type, each]));
  const processor = new BatchProcessor(BatchEventType.SQS);

  async function take(record: SQSRecord): Promise<void> {
    const { detail } = EventBridgeMessage.parse(JSON.parse(record.body));
    const log = logOf(detail.correlationId);
    const consumption = byType.get(detail.type);
    if (!consumption) throw new Error(`${context} gets ${detail.type} and has no use for it`);
    const started = performance.now();
    try {
      const origin = { correlationId: detail.correlationId, delivery: { context, eventId: detail.id } };
      await consumption.run(origin, detail);
    } catch (error) {
      log.error("An event could not be handled", error, { type: detail.type, eventId: detail.id });
      throw error;
    }
    log.info("Handled", {
      type: detail.type,
      eventId: detail.id,
      milliseconds: Math.round(performance.now() - started),
    });
  }

  return (event: SQSEvent, lambda: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, take, processor, { context: lambda, throwOnFullBatchFailure: false });
}
