import { EventType as BatchEventType, BatchProcessor, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import type { Instant } from "#kernel/clock";
import { AnyEnvelope, CorrelationId, type EventType } from "#kernel/event";
import type { Origin } from "#kernel/origin";
import { logOf } from "#platform/log";

/** What a context does with one event: parse with the event's own schema, then the use case. */
export interface Consumption {
  /** EventBridge's detail type: our own events' type, or what a service of AWS calls its event. */
  readonly type: string;
  /** Who set it off and which event it is; none: that is EventBridge's own id. */
  identify?(detail: unknown): { readonly id: string; readonly correlationId: CorrelationId };
  run(origin: Origin, detail: unknown): Promise<void>;
}

/** A row of a context's table of events: `on(orderConfirmed, (origin, event) => …)`. */
export function on<Data extends z.ZodObject>(
  event: { readonly type: EventType; readonly data: Data },
  use: (origin: Origin, data: z.output<Data>, occurredAt: Instant) => Promise<void>,
): Consumption {
  const envelope = AnyEnvelope.extend({ type: z.literal(event.type) });
  return {
    type: event.type,
    identify: (detail) => AnyEnvelope.parse(detail),
    async run(origin, received) {
      const { data, occurredAt } = envelope.parse(received);
      await use(origin, event.data.parse(data), occurredAt);
    },
  };
}

/** A row for an event of an AWS service, such as `onService("Email Bounced", EmailBounced, …)`. */
export function onService<Detail extends z.ZodType>(
  detailType: string,
  schema: Detail,
  use: (origin: Origin, detail: z.output<Detail>) => Promise<void>,
): Consumption {
  return { type: detailType, run: (origin, detail) => use(origin, schema.parse(detail)) };
}

const EventBridgeMessage = z.object({ id: z.string(), "detail-type": z.string(), detail: z.unknown() });

/**
 * A context's queue consumer. Each message stands alone: one that fails goes back to the queue, and in the end to the
 * dead-letter queue; the others are done.
 */
export function consumer(context: string, table: readonly Consumption[]) {
  const byType = new Map(table.map((each) => [each.type, each]));
  const processor = new BatchProcessor(BatchEventType.SQS);

  async function take(record: SQSRecord): Promise<void> {
    const { id, "detail-type": type, detail } = EventBridgeMessage.parse(JSON.parse(record.body));
    const consumption = byType.get(type);
    if (!consumption) throw new Error(`${context} gets ${type} and has no use for it`);
    const { id: eventId, correlationId } = consumption.identify?.(detail) ?? {
      id,
      correlationId: CorrelationId.parse(id),
    };
    const log = logOf(correlationId);
    const started = performance.now();
    try {
      await consumption.run({ correlationId, delivery: { context, eventId } }, detail);
    } catch (error) {
      log.error("An event could not be handled", error, { type, eventId });
      throw error;
    }
    log.info("Handled", {
      type,
      eventId,
      milliseconds: Math.round(performance.now() - started),
    });
  }

  return (event: SQSEvent, lambda: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, take, processor, { context: lambda, throwOnFullBatchFailure: false });
}
